// Why a backup, a restore or a check of the record says no. Numbers 170–189.

import { defineProblems } from '#ground/kernel/problem.ts'

export const problems = defineProblems('operations', {
  fileUnreadable: {
    code: 170,
    status: 404,
    title: { zh: '读不到这个文件', en: 'The file cannot be read' },
    detail: (p: { file: string; why: string }) => ({
      zh: `文件 ${p.file} 无法读取(${p.why})，没有改动任何数据。请核对路径和权限。`,
      en: `The file ${p.file} cannot be read (${p.why}); nothing was changed. Check its path and permissions.`,
    }),
  },
  fileExists: {
    code: 171,
    status: 409,
    title: { zh: '文件已存在', en: 'The file exists already' },
    detail: (p: { file: string }) => ({
      zh: `${p.file} 已存在，备份不会覆盖旧文件。请换一个文件名。`,
      en: `${p.file} exists already and a backup never overwrites an older one. Choose another name.`,
    }),
  },
  fileUnwritable: {
    code: 172,
    status: 507,
    title: { zh: '备份文件写不进去', en: 'The backup cannot be written' },
    detail: (p: { file: string; why: string }) => ({
      zh: `无法写入 ${p.file}(${p.why})，没有留下半个备份。请检查目录、权限和磁盘空间。`,
      en: `${p.file} cannot be written (${p.why}); no half backup was left. Check the folder, its permissions and the free space.`,
    }),
  },
  notABackup: {
    code: 173,
    status: 422,
    title: { zh: '不是本系统的备份文件', en: 'Not a backup of this system' },
    detail: (p: { file: string }) => ({
      zh: `${p.file} 不是本程序能读的备份(格式 liangxing-backup/1)，没有写入任何数据。`,
      en: `${p.file} is no backup that this program can read (format liangxing-backup/1); nothing was written.`,
    }),
  },
  fileDamaged: {
    code: 174,
    status: 422,
    title: { zh: '备份文件不完整或被改动过', en: 'The backup is cut short or was changed' },
    detail: (p: { file: string; where: string }) => ({
      zh: `${p.file} 与它自己的校验值不符(位置：${p.where})，已全部撤销，没有写入任何数据。请改用另一份备份。`,
      en: `${p.file} does not agree with its own digests (at: ${p.where}); all was undone and nothing was written. Use another copy.`,
    }),
  },
  keyFileMissing: {
    code: 175,
    status: 409,
    title: { zh: '缺少密钥文件', en: 'The key file is missing' },
    detail: (p: { keyFile: string; fingerprint: string }) => ({
      zh: `备份里没有密钥，恢复前须先放好原来的密钥文件：${p.keyFile} 不存在。请把指纹为 ${p.fingerprint} 的密钥文件放到该处(权限 600)，或用 KEY_FILE 指明位置，再执行恢复。`,
      en: `A backup holds no key; the original key file must be in place first, and ${p.keyFile} does not exist. Put the key with the fingerprint ${p.fingerprint} there (mode 600) or name its place with KEY_FILE, then restore.`,
    }),
  },
  otherKey: {
    code: 176,
    status: 409,
    title: { zh: '备份属于另一把密钥', en: 'The backup belongs to another key' },
    detail: (p: { backup: string; ours: string }) => ({
      zh: `备份由指纹为 ${p.backup} 的密钥建立，当前密钥是 ${p.ours}，恢复后加密内容将无法读取，因此没有写入。请用 KEY_FILE 指明原来的密钥文件。`,
      en: `The backup was made under the key ${p.backup}, this instance has ${p.ours}; what is encrypted could not be read, so nothing was written. Name the original key file with KEY_FILE.`,
    }),
  },
  otherVersion: {
    code: 177,
    status: 409,
    title: { zh: '备份出自另一版本', en: 'The backup comes from another version' },
    detail: (p: { version: string; newer: boolean }) => ({
      zh: p.newer
        ? `备份由较新的版本 ${p.version} 建立，没有写入。请换用 ${p.version} 版程序恢复。`
        : `备份由版本 ${p.version} 建立，表结构与本程序不同，没有写入。请先用 ${p.version} 版恢复，再升级到本版。`,
      en: p.newer
        ? `The backup was made by the newer version ${p.version}; nothing was written. Restore it with version ${p.version}.`
        : `The backup was made by version ${p.version}, whose tables differ; nothing was written. Restore it with ${p.version}, then upgrade.`,
    }),
  },
  notEmpty: {
    code: 178,
    status: 409,
    title: { zh: '这个实例里已有数据', en: 'This instance holds data already' },
    detail: (p: { tables: string }) => ({
      zh: `只能恢复到空实例，而这里已有数据(${p.tables})，没有改动。请换一个空的 DATA_DIR 或数据库。`,
      en: `A backup is restored into an empty instance only, and this one holds data (${p.tables}); nothing was changed. Use an empty DATA_DIR or database.`,
    }),
  },
  inUse: {
    code: 179,
    status: 409,
    title: { zh: '数据库正在使用', en: 'The database is in use' },
    detail: {
      zh: '有服务进程正在使用这个数据库，没有写入。请先停止所有服务，再执行恢复。',
      en: 'A running server uses this database; nothing was written. Stop all servers, then restore.',
    },
  },
  restoredDiffers: {
    code: 180,
    status: 500,
    wakes: true,
    title: { zh: '恢复后的数据与备份不一致', en: 'What was restored differs from the backup' },
    detail: (p: { table: string }) => ({
      zh: `表 ${p.table} 写入后与备份的校验值不符，已全部撤销。请报告此问题并保留备份文件。`,
      en: `After loading, the table ${p.table} does not match the backup's digest; all was undone. Please report this and keep the file.`,
    }),
  },
  recordBroken: {
    code: 181,
    status: 409,
    wakes: true,
    title: { zh: '行为记录与封存不符', en: 'The record of acts is not what was sealed' },
    detail: (p: { faults: number; batches: number; acts: number }) => ({
      zh: `核对了 ${p.batches} 批 ${p.acts} 条记录，发现 ${p.faults} 处不符，逐条列在下面。请保留现场，用备份和已公布的链首核对。`,
      en: `${p.batches} batches with ${p.acts} acts were checked and ${p.faults} faults found, listed below. Keep everything as it is and compare with backups and published heads.`,
    }),
  },
  headUnknown: {
    code: 182,
    status: 409,
    wakes: true,
    title: { zh: '链上没有这个链首', en: 'This head is not part of the chain' },
    detail: (p: { head: string }) => ({
      zh: `链上没有 ${p.head}：要么抄写有误，要么公布之后的记录被人换过或删去。请先核对抄写。`,
      en: `The chain holds no ${p.head}: it was copied wrongly, or the record was replaced or cut since it was published. Check the copy first.`,
    }),
  },
  filesBroken: {
    code: 184,
    status: 409,
    wakes: true,
    title: { zh: '存放的文件与登记不符', en: 'Stored files are not what was recorded' },
    detail: (p: { checked: number; missing: number; changed: number }) => ({
      zh: `行为记录无误。核对了 ${p.checked} 个文件：缺少 ${p.missing} 个，内容变了 ${p.changed} 个，逐个列在下面。请从备份恢复这些文件；同样的内容再上传一次也能补上。`,
      en: `The record of acts is sound. Of ${p.checked} files ${p.missing} are missing and ${p.changed} have changed, listed below. Restore them from a backup; uploading the same bytes again mends them, too.`,
    }),
  },
  badHead: {
    code: 183,
    status: 400,
    title: { zh: '链首的写法不对', en: 'This is no head' },
    detail: { zh: '链首是 64 位十六进制数字。', en: 'A head is 64 hexadecimal digits.' },
  },
})
