// Every way this room refuses. Numbers 2000–2999; a number is never reused.

import { defineProblems } from '#ground/kernel/problem.ts'

export const problems = defineProblems('people', {
  unknownPerson: {
    code: 2000,
    status: 404,
    title: { zh: '没有这个账号', en: 'No such account' },
    detail: {
      zh: '当前岗位的范围内没有这个人，没有改动。请核对，或切换岗位后再试。',
      en: 'There is no such person within your acting post; nothing was changed. Check, or switch to another post.',
    },
  },
  unknownUnit: {
    code: 2001,
    status: 400,
    title: { zh: '没有这个单位', en: 'No such unit' },
    detail: (p: { unit: string }) => ({
      zh: `单位代码 ${p.unit} 今天不存在，没有写入。请从单位列表中选择。`,
      en: `There is no unit ${p.unit} today; nothing was written. Choose one from the list of units.`,
    }),
  },
  unknownPost: {
    code: 2002,
    status: 404,
    title: { zh: '没有这个岗位', en: 'No such post' },
    detail: {
      zh: '这个岗位不存在或不在当前岗位的范围内，没有改动。请刷新后再试。',
      en: 'The post does not exist or lies outside your acting post; nothing was changed. Reload and try again.',
    },
  },
  notYoursToManage: {
    code: 2003,
    status: 403,
    title: { zh: '这个人不归当前岗位管理', en: 'Not yours to manage' },
    detail: {
      zh: '此人的岗位高于或超出当前岗位，没有改动。请联系上一级管理员。',
      en: 'Posts above or outside yours; nothing was changed. Ask one level up.',
    },
  },
  erased: {
    code: 2004,
    status: 409,
    title: { zh: '账号已注销', en: 'The account has been erased' },
    detail: {
      zh: '注销不能撤回，没有改动。需要再次使用时，请新建账号。',
      en: 'An erasure stands; nothing was changed. Make a new account if need be.',
    },
  },
  wrongState: {
    code: 2005,
    status: 409,
    title: { zh: '账号状态已变', en: 'The account is in another state' },
    detail: {
      zh: '账号当前的状态不能这样操作，没有改动。请刷新后核对。',
      en: 'In its present state the account cannot be changed this way; nothing was changed. Reload and compare.',
    },
  },
  badName: {
    code: 2006,
    status: 400,
    title: { zh: '姓名不合要求', en: 'The name is not acceptable' },
    detail: {
      zh: '姓名为 1 至 40 个字，不含控制符，没有写入。请修改后再提交。',
      en: 'A name has 1 to 40 characters without control characters; nothing was written. Mend it and submit again.',
    },
  },
  badLogin: {
    code: 2007,
    status: 400,
    title: { zh: '登录名不合要求', en: 'The login name is not acceptable' },
    detail: {
      zh: '登录名以字母开头，3 至 40 位，只用小写字母、数字、点、横线、下划线，没有写入。请换一个。',
      en: 'A login name begins with a letter and has 3 to 40 lower-case letters, digits, dots, hyphens or underscores; nothing was written. Choose another.',
    },
  },
  badPhone: {
    code: 2008,
    status: 400,
    title: { zh: '手机号不对', en: 'The phone number is not valid' },
    detail: {
      zh: '手机号应为 11 位大陆手机号，没有写入。没有手机号可以留空。',
      en: 'A mainland mobile number has 11 digits; nothing was written. It may be left empty.',
    },
  },
  loginTaken: {
    code: 2009,
    status: 409,
    title: { zh: '登录名已被使用', en: 'The login name is taken' },
    detail: {
      zh: '本系统内登录名不能重复，没有写入。请换一个，例如加上单位简称。',
      en: "Login names are unique in this system; nothing was written. Choose another, for instance with the unit's short name.",
    },
  },
  phoneTaken: {
    code: 2010,
    status: 409,
    title: { zh: '手机号已属于另一个账号', en: 'The phone number belongs to another account' },
    detail: {
      zh: '一人一号，没有写入。请给已有的账号加岗位；账号在别的单位的，请上一级管理员办理。',
      en: 'One person, one account; nothing was written. Give the existing account a further post, or ask one level up if it belongs elsewhere.',
    },
  },
  roleElsewhere: {
    code: 2021,
    status: 400,
    title: { zh: '这个角色不能设在这一级单位', en: 'This role does not sit at this level' },
    detail: {
      zh: '例如村书记只能设在村(社区)，没有写入。请换一个单位或角色。',
      en: 'A village secretary, for instance, sits at a village only; nothing was written. Choose another unit or role.',
    },
  },
  roleAbove: {
    code: 2022,
    status: 403,
    title: { zh: '当前岗位不能授予这个角色', en: 'Your acting post may not give this role' },
    detail: {
      zh: '任何岗位都不能授予高于自己的角色，没有写入。请联系上一级管理员。',
      en: 'Nobody gives a role above their own reach; nothing was written. Ask the administrator one level up.',
    },
  },
  outsideReach: {
    code: 2023,
    status: 403,
    title: { zh: '单位不在当前岗位的管辖范围', en: 'The unit lies outside your acting post' },
    detail: {
      zh: '只能在本级及以下单位办理，没有写入。如有其他岗位，请切换后再试。',
      en: 'You may act on your own unit and below; nothing was written. Switch to another post if you hold one.',
    },
  },
  badPeriod: {
    code: 2024,
    status: 400,
    title: { zh: '任职起止日期不对', en: 'The dates of the post do not fit' },
    detail: {
      zh: '最后一天不能早于任职前一天，已经结束的岗位不能再改，没有写入。请核对日期。',
      en: 'The last day may not lie before the eve of the first, and a post that has ended is not moved; nothing was written. Check the dates.',
    },
  },
  postNotHeld: {
    code: 2025,
    status: 403,
    title: { zh: '这个岗位现在不由本人担任', en: 'You do not hold this post now' },
    detail: {
      zh: '岗位可能已到期，仍按原岗位办理。请刷新后从列表中选择。',
      en: 'The post may have ended; you keep acting as before. Reload and choose from the list.',
    },
  },
  signInRefused: {
    code: 2100,
    status: 401,
    title: { zh: '账号或密码不对', en: 'Account or password is wrong' },
    detail: {
      zh: '请核对后再试；连续 5 次不对要等一段时间。忘了密码，请联系本单位管理员重新发邀请。',
      en: 'Check and try again; after five wrong tries you have to wait. If you forgot the password, ask your administrator for a new invitation.',
    },
  },
  signInPaused: {
    code: 2101,
    status: 429,
    title: { zh: '试得太多，请稍后再登录', en: 'Too many tries, please wait' },
    detail: (p: { seconds: number }) => ({
      zh: `连续多次不对，请 ${p.seconds >= 120 ? `${Math.ceil(p.seconds / 60)} 分钟` : `${p.seconds} 秒`}后再试。急用请联系管理员解锁，不必反复尝试。`,
      en: `Too many wrong tries in a row: try again in ${p.seconds >= 120 ? `${Math.ceil(p.seconds / 60)} minutes` : `${p.seconds} seconds`}. If it is urgent, ask your administrator to unlock the account.`,
    }),
  },
  accountLocked: {
    code: 2102,
    status: 403,
    title: { zh: '账号已停用', en: 'The account is locked' },
    detail: {
      zh: '账号由管理员停用，没有登录。如有疑问，请联系本单位管理员。',
      en: 'An administrator has locked this account; you are not signed in. Please ask your administrator.',
    },
  },
  wrongPassword: {
    code: 2104,
    status: 403,
    title: { zh: '原密码不对', en: 'The present password is wrong' },
    detail: {
      zh: '密码没有改动。请核对原密码；忘了请联系管理员重新发邀请。',
      en: 'The password was not changed. Check the present one, or ask your administrator for a new invitation.',
    },
  },
  weakPassword: {
    code: 2105,
    status: 400,
    title: { zh: '密码太容易被猜到', en: 'The password is too easy to guess' },
    detail: (p: { why: 'too-short' | 'too-long' | 'too-common' | 'like-name' }) =>
      ({
        'too-short': {
          zh: '密码至少 10 个字符，没有改动。几个不相干的词连起来最好记。',
          en: 'A password has at least 10 characters; nothing was changed. A few unrelated words are easiest to remember.',
        },
        'too-long': { zh: '密码最多 128 个字符，没有改动。', en: 'A password has at most 128 characters; nothing was changed.' },
        'too-common': {
          zh: '这个密码在常见密码之列，或只是一串数字，没有改动。请用几个不相干的词。',
          en: 'This password is among the common ones or a mere number; nothing was changed. Use a few unrelated words.',
        },
        'like-name': {
          zh: '密码不能就是姓名、登录名或手机号，没有改动。请换一个。',
          en: 'The password may not be the name, login name or phone number; nothing was changed. Choose another.',
        },
      })[p.why],
  },
  samePassword: {
    code: 2106,
    status: 400,
    title: { zh: '新密码与原密码相同', en: 'The new password is the old one' },
    detail: { zh: '密码没有改动。请换一个新密码。', en: 'Nothing was changed. Choose a new password.' },
  },
  invitationOver: {
    code: 2110,
    status: 410,
    title: { zh: '邀请已失效', en: 'The invitation is no longer valid' },
    detail: {
      zh: '邀请链接只能用一次，7 天内有效，没有改动。请联系管理员重新发邀请。',
      en: 'An invitation serves once, within 7 days; nothing was changed. Ask your administrator for a new one.',
    },
  },
  loginNeeded: {
    code: 2111,
    status: 400,
    title: { zh: '请起一个登录名', en: 'Please choose a login name' },
    detail: {
      zh: '这个账号还没有登录名，也没有手机号，没有改动。请填写登录名后再提交。',
      en: 'This account has neither login name nor phone number yet; nothing was changed. Choose a login name and submit again.',
    },
  },
  unknownSession: {
    code: 2112,
    status: 404,
    title: { zh: '没有这个登录', en: 'No such session' },
    detail: { zh: '这个登录已经结束，不必再退出。', en: 'This session has ended already.' },
  },
  noSingleSignOn: {
    code: 2120,
    status: 404,
    title: { zh: '本系统没有接入统一认证', en: 'Single sign-on is not set up' },
    detail: {
      zh: '请用账号和密码登录。需要接入的，请系统管理员配置。',
      en: 'Sign in with account and password. The operator can set up single sign-on.',
    },
  },
  singleSignOnFailed: {
    code: 2121,
    status: 502,
    wakes: true,
    title: { zh: '统一认证没有完成', en: 'Single sign-on did not complete' },
    detail: {
      zh: '认证平台没有给出有效结果，没有登录。请再试一次；仍不行时用账号和密码登录，并告诉系统管理员。',
      en: 'The provider gave no valid answer; you are not signed in. Try again, else sign in with your password and tell the operator.',
    },
  },
  singleSignOnExpired: {
    code: 2122,
    status: 400,
    title: { zh: '这次认证已过期', en: 'This sign-in has expired' },
    detail: {
      zh: '从发起到返回超过 10 分钟，或换了浏览器，没有登录。请从登录页重新开始。',
      en: 'More than 10 minutes passed, or the browser changed; you are not signed in. Begin again at the sign-in page.',
    },
  },
  notBound: {
    code: 2123,
    status: 403,
    title: { zh: '统一认证账号还没有对应到人', en: 'This single sign-on account is bound to nobody here' },
    detail: {
      zh: '认证成功，但本系统没有与之对应的账号，没有登录。请联系本单位管理员绑定。',
      en: 'You are known to the provider but to no account here; you are not signed in. Ask your administrator to bind it.',
    },
  },
  noPhone: {
    code: 2130,
    status: 404,
    title: { zh: '没有登记手机号', en: 'No phone number on record' },
    detail: { zh: '此人没有登记手机号，没有产生查看记录。', en: 'This person has no phone number on record; no look was recorded.' },
  },
  badRows: {
    code: 2141,
    status: 400,
    title: { zh: '表格里有不合要求的行', en: 'Some rows are not acceptable' },
    detail: {
      zh: '逐行原因列在下面，一行也没有写入。改好后重新上传，或选择"只导入合格的行"。',
      en: 'The reasons are listed line by line; nothing was written. Mend them, or choose to import the good rows only.',
    },
  },
  lastOperator: {
    code: 2150,
    status: 409,
    title: { zh: '这是最后一个系统管理员', en: 'This is the last system operator' },
    detail: {
      zh: '停用后将无人能管理本系统，没有改动。请先给另一人系统管理员岗位。',
      en: "Nobody could run the system afterwards; nothing was changed. Give another person the operator's post first.",
    },
  },
})
