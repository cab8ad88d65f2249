/** What the public pages of this room say; defines the keys that en.ts must match. */
export const zh = {
  signIn: {
    title: '登录',
    lead: '工作人员从这里进入工作台。居民提投诉建议、查进度不用登录。',
    name: '登录名或手机号',
    password: '密码',
    submit: '登录',
    other: '也可以',
    singleSignOn: (label: string) => `用${label}登录`,
    forgot: '忘了密码，或还没有账号：请联系本单位管理员发邀请链接。',
    already: '当前浏览器已登录。登录别的账号后，原来的登录随即退出。',
    goOn: '返回工作台',
  },
  signOut: { title: '退出登录', lead: '退出后，这台电脑上的工作台需要重新登录才能打开。', submit: '退出登录' },
  password: {
    title: '设置密码',
    firstTime: '初始密码只能用一次，请先设置自己的密码。',
    current: '现在的密码',
    next: '新密码',
    again: '再输一遍新密码',
    hint: '至少 10 个字符。几个不相干的词连起来，好记又难猜；不要求大小写和符号，也不要求定期更换。',
    differ: '两次输入的新密码不一样，没有改动。请重新输入。',
    submit: '设置密码',
  },
  invitation: {
    title: '接受邀请',
    lead: (name: string, unit: string) => `这是给${unit}${name}的邀请，只能用一次。不是本人的，请关闭本页并告诉发邀请的人。`,
    role: '岗位',
    expires: '有效期至',
    login: '登录名',
    loginHint: '字母开头，3 至 40 位，用小写字母、数字、点、横线或下划线。',
    loginOptional: '已登记手机号，可用手机号登录；这里可以不填。',
    submit: '设置密码并登录',
  },
}

export type Words = typeof zh
