// What the database may answer that a person should read. Numbers 150–169.

import { defineProblems } from '#ground/kernel/problem.ts'

export const problems = defineProblems('postgres', {
  alreadyThere: {
    code: 150,
    status: 409,
    title: { zh: '已有相同的记录', en: 'This record exists already' },
    detail: {
      zh: '系统里已有编号或名称相同的记录，这次没有重复写入。请刷新后核对。',
      en: 'A record with the same number or name exists; nothing was written twice. Reload and compare.',
    },
  },
  stillUsed: {
    code: 151,
    status: 409,
    title: { zh: '还有别的记录在引用它', en: 'Other records still refer to it' },
    detail: {
      zh: '要改的记录不存在，或仍被其他记录引用，没有改动。请先处理引用它的记录。',
      en: 'The record does not exist or others refer to it; nothing was changed. Deal with those first.',
    },
  },
  rowRefused: {
    code: 152,
    status: 403,
    title: { zh: '超出当前岗位的范围', en: 'Outside your acting post' },
    detail: {
      zh: '当前岗位不能写入这条记录，没有改动。如有其他岗位，请切换后再试。',
      en: 'Your acting post may not write this record; nothing was changed. Switch to another post if you hold one.',
    },
  },
  tryAgain: {
    code: 153,
    status: 503,
    title: { zh: '同时有人在改', en: 'Somebody changed it at the same moment' },
    detail: {
      zh: '两处同时改动了同一记录，本次没有写入。请再提交一次。',
      en: 'Two changes met; yours was not written. Please submit again.',
    },
  },
  databaseAway: {
    code: 154,
    status: 503,
    wakes: true,
    title: { zh: '数据库暂时连不上', en: 'The database cannot be reached' },
    detail: {
      zh: '这次没有写入。页面上填写的内容还在，请稍后再提交。',
      en: 'Nothing was written. What you typed is still on your screen; please submit again shortly.',
    },
  },
  diskFull: {
    code: 155,
    status: 503,
    wakes: true,
    title: { zh: '服务器磁盘已满', en: 'The server has no disk space left' },
    detail: { zh: '这次没有写入，请通知系统管理员清理磁盘后再提交。', en: 'Nothing was written. Tell the operator, then submit again.' },
  },
  rolesTaken: {
    code: 156,
    status: 409,
    title: { zh: '这台数据库服务器属于另一个密钥', en: 'This database server belongs to another key' },
    detail: {
      zh: '服务器上的角色是另一个实例用另一个密钥文件建立的，已停止启动，没有改动任何数据和口令。请换用那个实例的密钥文件，或另用一台 PostgreSQL 服务器。如果那个实例已不再使用，请以管理员执行 comment on role liangxing_login is null 后再启动。',
      en: 'The roles of this server were made by another instance with another key file, so the start was stopped; no data and no password was changed. Use that instance’s key file or another PostgreSQL server. If that instance is gone for good, run “comment on role liangxing_login is null” as an administrator and start again.',
    },
  },
})
