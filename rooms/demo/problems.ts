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
  castAbsent: {
    code: 3504,
    status: 409,
    title: { zh: '演示账号登录不了', en: 'The cast of the demo cannot sign in' },
    detail: ({ login, said }: { login: string; said: string }) => ({
      zh: `用 ${login} 登录没有成功：${said}。这个系统可能没有载入演示县，请先运行 liangxing demo。`,
      en: `Signing in as ${login} failed: ${said}. The demo county is perhaps not loaded here: run liangxing demo first.`,
    }),
  },
  speedOutOfRange: {
    code: 3505,
    status: 400,
    title: { zh: '速度超出范围', en: 'The speed is out of range' },
    detail: ({ most }: { most: number }) => ({
      zh: `--speed 是 1 到 ${most} 的整数，1 约两分钟一轮。`,
      en: `--speed is a whole number from 1 to ${most}; at 1 a round takes about two minutes.`,
    }),
  },
  noStart: {
    code: 3506,
    status: 503,
    title: { zh: '系统没有启动起来', en: 'The server did not start' },
    detail: ({ said }: { said: string }) => ({
      zh: `没有正在运行的系统，自行启动也没有成功：${said}`,
      en: `No server was running, and starting one failed: ${said}`,
    }),
  },
})
