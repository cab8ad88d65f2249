// Why a file could not be kept. Numbers 250–259.

import { defineProblems } from '#ground/kernel/problem.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { StoreAway } from './store.ts'

export const problems = defineProblems('files', {
  diskFull: {
    code: 250,
    status: 507,
    wakes: true,
    title: { zh: '服务器存文件的空间不足', en: 'No space left for files' },
    detail: {
      zh: '这一段没有存下，此前已确认收到的都在。请通知系统管理员清理磁盘；文件留在本机，腾出空间后接着上传。',
      en: 'This piece was not kept; everything acknowledged before is safe. Tell the operator to free space; keep the file, the upload goes on from here afterwards.',
    },
  },
  unwritable: {
    code: 251,
    status: 503,
    wakes: true,
    title: { zh: '服务器写不了文件', en: 'The server cannot write files' },
    detail: ({ why }: { why: string }) => ({
      zh: `存放文件的目录写不进去（${why}），这一段没有存下，此前已确认收到的都在。请通知系统管理员检查目录权限和磁盘。`,
      en: `The folder of files cannot be written (${why}); this piece was not kept, everything acknowledged before is safe. Tell the operator to check its permissions and the disk.`,
    }),
  },
  storeAway: {
    code: 252,
    status: 503,
    wakes: true,
    title: { zh: '存放文件的对象存储连不上', en: 'The store of files cannot be reached' },
    detail: ({ why }: { why: string }) => ({
      zh: `这一步没有存下，此前已确认收到的都在，文字和评分照常。请稍后再试；一直不通，请通知系统管理员检查对象存储（${why}）。`,
      en: `This step was not kept; everything acknowledged before is safe, and words and scores go on as ever. Try again in a while; if it lasts, tell the operator to look at the object store (${why}).`,
    }),
  },
})

/** The problem that an error of a store stands for; null when it is a bug of ours. */
export const problemOfStore = (error: unknown): Problem | null =>
  error instanceof StoreAway ? { ...problems.storeAway({ why: error.message }), retryAfter: 5 } : null
