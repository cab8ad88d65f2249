// Refusals of recounts, commitments, remarks and votes. Numbers 4146–4199; a number is never reused.

import { defineProblems } from '#ground/kernel/problem.ts'

export const workProblems = defineProblems('rounds', {
  askedAlready: {
    code: 4146,
    status: 409,
    title: { zh: '已经申请过', en: 'Asked already' },
    detail: { zh: '对这次计票已申请过复核，原申请保留。', en: 'A recount of this tally has been asked for already; that request is kept.' },
  },
  noSuchRecount: {
    code: 4147,
    status: 404,
    title: { zh: '没有这件复核申请', en: 'No such request' },
    detail: { zh: '没有找到这件复核申请。请刷新后再看。', en: 'The request was not found. Refresh and look again.' },
  },
  decidedAlready: {
    code: 4148,
    status: 409,
    title: { zh: '已经答复', en: 'Answered already' },
    detail: {
      zh: '这件申请已经答复，答复不能改，只能另作更正。',
      en: 'It has been answered; the answer stays, a correction is a new act.',
    },
  },
  tooManyCommitments: {
    code: 4149,
    status: 422,
    title: { zh: '承诺太多', en: 'Too many commitments' },
    detail: { zh: '一年最多登记 30 项承诺，没有写入。', en: 'A unit has at most 30 commitments a year; nothing was written.' },
  },
  noSuchCommitment: {
    code: 4150,
    status: 404,
    title: { zh: '没有这项承诺', en: 'No such commitment' },
    detail: { zh: '没有找到这项承诺。请刷新后再看。', en: 'The commitment was not found. Refresh and look again.' },
  },
  confirmedAlready: {
    code: 4151,
    status: 409,
    title: { zh: '已经核实', en: 'Confirmed already' },
    detail: {
      zh: '本季进展已由他人核实，自述不能再改。',
      en: 'The state of this quarter has been confirmed; the statement can no longer be changed.',
    },
  },
  notStated: {
    code: 4152,
    status: 409,
    title: { zh: '还没有自述', en: 'Not stated yet' },
    detail: {
      zh: '单位还没有自述本季进展，暂时不能核实。',
      en: 'The unit has not stated this quarter yet, so there is nothing to confirm.',
    },
  },
  notYourVerb: {
    code: 4153,
    status: 403,
    title: { zh: '这个席位不办这一步', en: 'Not for this seat' },
    detail: { zh: '这个席位没有这一步，没有写入。', en: 'This seat does not do this; nothing was written.' },
  },
  noSuchRemark: {
    code: 4154,
    status: 404,
    title: { zh: '没有这条点评', en: 'No such remark' },
    detail: { zh: '没有找到这条点评。请刷新后再看。', en: 'The remark was not found. Refresh and look again.' },
  },
  entryAlready: {
    code: 4155,
    status: 409,
    title: { zh: '已转台账', en: 'In the ledger already' },
    detail: {
      zh: '列出的点评已经转过台账，没有重复写入。',
      en: 'The remarks listed are in the ledger already; nothing was written twice.',
    },
  },
  voteOpen: {
    code: 4156,
    status: 409,
    title: { zh: '测评正在进行', en: 'A vote is open' },
    detail: { zh: '上一次测评还没有结束，请先结束它。', en: 'The vote before is still open; close it first.' },
  },
  noSuchVote: {
    code: 4157,
    status: 404,
    title: { zh: '没有这次测评', en: 'No such vote' },
    detail: { zh: '测评不存在或已经结束。', en: 'The vote does not exist or is closed.' },
  },
  votedAlready: {
    code: 4158,
    status: 409,
    title: { zh: '已经投过票', en: 'Voted already' },
    detail: { zh: '这个席位已投过票。测评票不记名，投出后不能改。', en: 'This seat has voted. Ballots are secret and cannot be changed.' },
  },
  ballotIncomplete: {
    code: 4159,
    status: 422,
    title: { zh: '测评票没填完', en: 'The ballot is incomplete' },
    detail: { zh: '每个参加单位都要选一项，没有投出。', en: 'Choose for every unit that takes part; the ballot was not cast.' },
  },
  fewBallots: {
    code: 4160,
    status: 409,
    title: { zh: '票数太少', en: 'Too few ballots' },
    detail: {
      zh: '不足三张票时不公布测评结果，以免看出个人的选择。',
      en: 'With fewer than three ballots no result is shown, since it would tell single choices.',
    },
  },
  sheetWithdrawn: {
    code: 4161,
    status: 409,
    title: { zh: '评分表已作废', en: 'The sheet was withdrawn' },
    detail: {
      zh: '计票人已作废这张评分表并写明理由，后送到的分数不再计入。有疑问请当场向计票人提出。',
      en: 'A teller has withdrawn this sheet with a reason; what arrives later does not count. Ask the teller if you disagree.',
    },
  },
  sheetThere: {
    code: 4162,
    status: 409,
    title: { zh: '已有评分表', en: 'A sheet is there already' },
    detail: {
      zh: '这名评委已交过这张评分表，纸质的没有录入。要用纸质的，请先作废原来的并写明理由。',
      en: 'This judge has handed in this sheet already; the paper one was not entered. Withdraw the other first, with a reason.',
    },
  },
  notByTurns: {
    code: 4163,
    status: 409,
    title: { zh: '这次抽签不逐题翻出', en: 'Not turned over one by one' },
    detail: {
      zh: '这次抽签还没有录齐随机数值，或封存时没有选逐题翻出。请先由两人录入数值，或另封存一次。',
      en: 'The values have not been entered by two persons yet, or it was not sealed to be turned over one by one.',
    },
  },
  notOnStage: {
    code: 4164,
    status: 409,
    title: { zh: '这个单位不在场上', en: 'This unit is not on' },
    detail: {
      zh: '只为正在场上的单位现场抽题，没有抽。请先请该单位上场。',
      en: 'A question is drawn for the unit that is on; nothing was drawn. Call the unit first.',
    },
  },
  allTurned: {
    code: 4165,
    status: 409,
    title: { zh: '题已抽完', en: 'No question is left' },
    detail: (p: { count: number }) => ({
      zh: `封存的 ${p.count} 题都已抽出，没有再抽。需要更多时另封存一次。`,
      en: `All ${p.count} sealed questions have been drawn; nothing more was drawn. Seal another draw for more.`,
    }),
  },
  turnNeedsReason: {
    code: 4166,
    status: 422,
    title: { zh: '再抽一题要写理由', en: 'A further question needs its reason' },
    detail: {
      zh: '这个单位已抽过题。再抽一题请写明理由，会随抽签记录公开。',
      en: 'This unit has drawn already. Give the reason of a further question; it is public with the draw.',
    },
  },
  signsBesideMaker: {
    code: 4167,
    status: 409,
    title: { zh: '生成链接的人不能用它签字', en: 'Who made the link cannot sign through it' },
    detail: {
      zh: '这台设备上登录的账号生成了这个席位的链接。计票、监票要由另一个人签字：请退出登录或换一台设备由本人签字，没有签字。',
      en: 'The account signed in on this device made the link of this seat. Another person has to sign: sign out or use another device; nothing was signed.',
    },
  },
  tooManyPhotos: {
    code: 4168,
    status: 409,
    title: { zh: '这张评分表的照片已满', en: 'The sheet has its photos' },
    detail: ({ most }: { most: number }) => ({
      zh: `一张评分表最多 ${most} 张照片，这一张没有收下，仍在手机上。要换，请先移除一张。`,
      en: `A sheet takes ${most} photos; this one was not taken and is still on the phone. Take another off first if you want to change it.`,
    }),
  },
  noSuchPhoto: {
    code: 4169,
    status: 404,
    title: { zh: '没有这张照片', en: 'No such photo' },
    detail: {
      zh: '照片不存在、已经移除，或还没有公开。请刷新后再看。',
      en: 'The photo does not exist, was taken off, or has not been opened yet. Refresh and look again.',
    },
  },
  notSandtable: {
    code: 4170,
    status: 409,
    title: { zh: '不是沙盘轮次', en: 'Not a round at the sand table' },
    detail: {
      zh: '只有方式为“沙盘远程观摩”的轮次在大屏上翻照片，没有改动。',
      en: 'Pictures are shown on the stage in rounds at the sand table only; nothing was changed.',
    },
  },
  notPresentedNow: {
    code: 4171,
    status: 409,
    title: { zh: '场上已是另一个单位', en: 'Another unit is on' },
    detail: {
      zh: '这个点位不属于正在场上的单位，大屏没有变。请刷新后再翻。',
      en: 'This spot does not belong to the unit that is on; the stage did not change. Refresh and turn again.',
    },
  },
  noSuchSpot: {
    code: 4172,
    status: 404,
    title: { zh: '没有这个点位的对照照片', en: 'No pictures of this spot' },
    detail: {
      zh: '这个点位没有两个阶段的照片，或照片已删除、已遮挡，大屏没有变。请刷新后再翻。',
      en: 'The spot has no pictures of two phases, or they were erased or masked; the stage did not change. Refresh and turn again.',
    },
  },
  noSuchPicture: {
    code: 4173,
    status: 404,
    title: { zh: '大屏上没有这张照片', en: 'The picture is not on' },
    detail: {
      zh: '大屏已翻到别的内容，或照片已删除。大屏会自己换上现在的内容。',
      en: 'The stage shows something else by now, or the picture was erased. The stage brings the present one by itself.',
    },
  },
})
