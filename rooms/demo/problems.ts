import { defineProblems } from '#ground/kernel/problem.ts'

export const problems = defineProblems('demo', {
  noServer: {
    code: 3500,
    status: 503,
    title: { zh: '连不上系统', en: 'The server does not answer' },
    detail: ({ url }: { url: string }) => ({
      zh: `${url} 没有应答，没有载入任何内容。请先用 npm start 启动系统，地址不同时用 --url 指明。`,
      en: `${url} does not answer; nothing was loaded. Start the server with npm start first, and name its address with --url if it is another one.`,
    }),
  },
  signInFailed: {
    code: 3501,
    status: 401,
    title: { zh: '管理员没有登录成功', en: 'The operator could not sign in' },
    detail: ({ login, said }: { login: string; said: string }) => ({
      zh: `用 ${login} 登录没有成功：${said}。请用 --login 和 --password 给出系统管理员的登录名和密码。`,
      en: `Signing in as ${login} failed: ${said}. Give the operator's login and password with --login and --password.`,
    }),
  },
  stepRefused: {
    code: 3502,
    status: 409,
    title: { zh: '演示数据没有载入完', en: 'The demo was not loaded completely' },
    detail: ({ step, said }: { step: string; said: string }) => ({
      zh: `“${step}”没有成功：${said}。之前的内容已经载入，排除原因后可以再运行一次，不会重复。`,
      en: `“${step}” was refused: ${said}. What came before is loaded; once the cause is gone, run it again, nothing will be doubled.`,
    }),
  },
  inUse: {
    code: 3503,
    status: 409,
    title: { zh: '系统里已有正式账号', en: 'There are real accounts already' },
    detail: ({ count }: { count: number }) => ({
      zh: `系统里已有 ${count} 个账号，不是空的演示系统。演示账号的密码是公开的，不能载入正在使用的系统；没有改动任何内容。`,
      en: `The instance already holds ${count} accounts. The demo's passwords are public, so it is not loaded into a system in use; nothing was changed.`,
    }),
  },
})
