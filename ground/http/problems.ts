// Refusals of the house itself, before a room is asked. Numbers 100–149.

import { defineProblems } from '#ground/kernel/problem.ts'

export const problems = defineProblems('house', {
  signInFirst: {
    code: 100,
    status: 401,
    title: { zh: '请先登录', en: 'Please sign in' },
    detail: {
      zh: '登录已过期或尚未登录。登录后会回到这一页，已填写的内容不会丢。',
      en: 'You are not signed in or your session has ended. You will come back to this page; what you typed is kept.',
    },
  },
  notYourRole: {
    code: 101,
    status: 403,
    title: { zh: '当前岗位没有这项权限', en: 'Your acting post may not do this' },
    detail: (p: { permission: string }) => ({
      zh: `这一步需要权限 ${p.permission}。如果您还有其他岗位，请切换岗位；否则请联系县级管理员。`,
      en: `This step needs the permission ${p.permission}. Switch to another post if you hold one, or ask the county's administrator.`,
    }),
  },
  outsideScope: {
    code: 102,
    status: 403,
    title: { zh: '不在当前岗位的管辖范围', en: 'Outside your acting post' },
    detail: (p: { unit: string }) => ({
      zh: `单位 ${p.unit} 不在当前岗位的范围内，没有读取也没有改动。`,
      en: `The unit ${p.unit} lies outside your acting post; nothing was read or changed.`,
    }),
  },
  badInput: {
    code: 103,
    status: 400,
    title: { zh: '填写的内容有误', en: 'Some of the input is wrong' },
    detail: {
      zh: '请按下面逐项列出的位置修改后再提交，没有写入任何内容。',
      en: 'Please mend the places listed below and submit again; nothing was written.',
    },
  },
  noSuchAddress: {
    code: 104,
    status: 404,
    title: { zh: '没有这个地址', en: 'No such address' },
    detail: { zh: '地址可能写错，或页面已经移走。', en: 'The address may be mistyped, or the page has moved.' },
  },
  keyMissing: {
    code: 105,
    status: 400,
    title: { zh: '缺少幂等键', en: 'The idempotency key is missing' },
    detail: {
      zh: '每次提交都要带请求头 Idempotency-Key（8 至 100 个字母、数字或短横线），重发时用同一个。',
      en: 'Every POST needs the header Idempotency-Key (8 to 100 letters, digits or hyphens); repeat it when you send again.',
    },
  },
  keyReused: {
    code: 106,
    status: 409,
    title: { zh: '同一个幂等键用于了不同内容', en: 'The idempotency key was used for something else' },
    detail: {
      zh: '这个键已用于另一份内容，本次没有写入。请换一个新键。',
      en: 'This key belongs to another payload; nothing was written. Use a new key.',
    },
  },
  crossSite: {
    code: 107,
    status: 403,
    title: { zh: '请求来自别的网站', en: 'The request comes from another site' },
    detail: {
      zh: '为防止冒用，系统只接受从本站页面发出的提交。请在本站重新操作。',
      en: 'Only pages of this site may submit here. Please repeat the step on this site.',
    },
  },
  tooLarge: {
    code: 108,
    status: 413,
    title: { zh: '内容太大', en: 'Too large' },
    detail: (p: { limit: string }) => ({
      zh: `上限为 ${p.limit}，没有写入任何内容。`,
      en: `The limit is ${p.limit}; nothing was written.`,
    }),
  },
  notJson: {
    code: 109,
    status: 400,
    title: { zh: '看不懂的内容', en: 'The body cannot be read' },
    detail: { zh: '请求体不是完整的 JSON，没有写入任何内容。', en: 'The body is not complete JSON; nothing was written.' },
  },
  wrongMedia: {
    code: 110,
    status: 415,
    title: { zh: '内容类型不对', en: 'Wrong media type' },
    detail: (p: { expected: string }) => ({ zh: `这个地址接受 ${p.expected}。`, en: `This address takes ${p.expected}.` }),
  },
  tooMany: {
    code: 111,
    status: 429,
    title: { zh: '操作太频繁', en: 'Too many requests' },
    detail: (p: { seconds: number }) => ({ zh: `请 ${p.seconds} 秒后再试。`, en: `Please try again in ${p.seconds} seconds.` }),
  },
  overloaded: {
    code: 112,
    status: 503,
    title: { zh: '访问的人太多', en: 'The server is busy' },
    detail: {
      zh: '本次没有写入，填写的内容还在。系统会自动重试，也可以几秒后再提交。',
      en: 'Nothing was written and what you typed is kept. Please try again in a few seconds.',
    },
  },
  unreadable: {
    code: 113,
    status: 400,
    title: { zh: '看不懂的请求', en: 'The request cannot be read' },
    detail: {
      zh: '请求不完整，或地址里有没有转义的字符，没有写入任何内容。',
      en: 'The request is cut off or its address has unescaped characters; nothing was written.',
    },
  },
  bug: {
    code: 199,
    status: 500,
    wakes: true,
    title: { zh: '系统出错', en: 'Something broke' },
    detail: (p: { requestId: string }) => ({
      zh: `这次没有写入。请把编号 ${p.requestId} 告诉系统管理员。`,
      en: `Nothing was written. Please give the number ${p.requestId} to the operator.`,
    }),
  },
  noSeat: {
    code: 118,
    status: 401,
    title: { zh: '请先打开席位链接', en: 'Open your seat first' },
    detail: {
      zh: '这一步要有本轮的席位。请扫席位上的二维码或打开链接进入；已经录入的内容都在本机，没有丢。',
      en: 'This step needs a seat in the round. Scan the QR code of your seat or open its link; what you entered is still on this device.',
    },
  },
})
