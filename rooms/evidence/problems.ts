import { defineProblems } from '#ground/kernel/problem.ts'

export const problems = defineProblems('evidence', {
  noSuchUpload: {
    code: 3600,
    status: 404,
    title: { zh: '没有这次上传', en: 'No such upload' },
    detail: {
      zh: '服务器上没有这次上传，或已过保存期限。文件还在本机，请重新开始上传。',
      en: 'The server knows no such upload, or its time has passed. The file is still on your device; begin the upload anew.',
    },
  },
  uploadDiffers: {
    code: 3601,
    status: 409,
    title: { zh: '同一编号用于了不同文件', en: 'The same id was used for another file' },
    detail: {
      zh: '这个上传编号已用于另一个文件，没有改动。请换一个新编号再上传。',
      en: 'This id belongs to the upload of another file; nothing was changed. Use a new id.',
    },
  },
  wrongOffset: {
    code: 3602,
    status: 409,
    title: { zh: '续传位置不对', en: 'Wrong place to go on' },
    detail: ({ offset, sent }: { offset: number; sent: number }) => ({
      zh: `服务器已收到前 ${offset} 字节，这一段从第 ${sent} 字节开始，没有写入。请从第 ${offset} 字节接着传。`,
      en: `The server has the first ${offset} bytes, this chunk begins at ${sent} and was not written. Go on from byte ${offset}.`,
    }),
  },
  beyondSize: {
    code: 3603,
    status: 400,
    title: { zh: '内容比声明的长', en: 'More bytes than declared' },
    detail: ({ bytes }: { bytes: number }) => ({
      zh: `开始上传时声明为 ${bytes} 字节，这一段会超出，没有写入。请确认文件没有改动后重新上传。`,
      en: `The upload was declared with ${bytes} bytes and this chunk goes beyond; it was not written. Make sure that the file has not changed and begin anew.`,
    }),
  },
  notWhole: {
    code: 3604,
    status: 409,
    title: { zh: '还没有收全', en: 'Not all bytes are here yet' },
    detail: ({ offset, bytes }: { offset: number; bytes: number }) => ({
      zh: `已收到 ${offset} 字节，共 ${bytes} 字节。已收到的都在，请接着传。`,
      en: `${offset} of ${bytes} bytes have arrived and are kept. Send the rest.`,
    }),
  },
  otherBytes: {
    code: 3605,
    status: 422,
    title: { zh: '收到的内容与声明的校验值不符', en: 'The bytes are not those declared' },
    detail: {
      zh: '传输途中内容有误，服务器没有保留这个文件。原文件还在本机，请从头再传一次。',
      en: 'The bytes were changed on the way and the server has not kept them. The file is still on your device; send it again from the start.',
    },
  },
  notKept: {
    code: 3606,
    status: 415,
    title: { zh: '这种文件不能作佐证', en: 'This kind of file cannot be evidence' },
    detail: {
      zh: '可以上传 JPEG、PNG、WebP、HEIC 照片，PDF，MP4、MOV、WebM 视频，以文件内容为准，改扩展名无效。没有保留这个文件。',
      en: 'JPEG, PNG, WebP and HEIC pictures, PDF, and MP4, MOV and WebM films are taken, judged by their content and not by their names. The file was not kept.',
    },
  },
  twoInOne: {
    code: 3607,
    status: 415,
    title: { zh: '文件里夹带了别的内容', en: 'The file is two things at once' },
    detail: {
      zh: '文件开头夹带网页、脚本或另一种格式，可能有害，没有保留。请用原始照片，或重新导出 PDF 后再传。',
      en: 'A page, a script or another format hides in its beginning, which may do harm; it was not kept. Use the original picture, or export the PDF anew.',
    },
  },
  unreadable: {
    code: 3608,
    status: 422,
    title: { zh: '照片已损坏', en: 'The picture is damaged' },
    detail: {
      zh: '读不出照片的尺寸，文件可能不完整，没有保留。请换一张，或在手机里重新保存后再传。',
      en: 'Its size cannot be read, so the file is probably incomplete; it was not kept. Choose another, or save it again on the phone first.',
    },
  },
  tooManyPixels: {
    code: 3609,
    status: 413,
    title: { zh: '照片像素过多', en: 'Too many pixels' },
    detail: ({ width, height, most }: { width: number; height: number; most: number }) => ({
      zh: `照片为 ${width}×${height}，上限是 ${Math.floor(most / 10_000)} 万像素，没有保留。请缩小后再传。`,
      en: `The picture has ${width}×${height} pixels and the limit is ${Math.floor(most / 1_000_000)} million; it was not kept. Make it smaller and send it again.`,
    }),
  },
  tooLarge: {
    code: 3610,
    status: 413,
    title: { zh: '文件过大', en: 'The file is too large' },
    detail: ({ most }: { most: number }) => ({
      zh: `这类文件的上限是 ${Math.floor(most / 1_048_576)} MB，没有开始上传。`,
      en: `Files of this kind may have ${Math.floor(most / 1_048_576)} MB; the upload was not begun.`,
    }),
  },
  notArrived: {
    code: 3611,
    status: 409,
    title: { zh: '文件还没有送达', en: 'The file has not arrived yet' },
    detail: {
      zh: '服务器还没有收全并核对这个文件，没有登记。请等上传显示“已送达”后再登记。',
      en: 'The server has not received and checked the whole file, so nothing was recorded. Record it once the upload says “arrived”.',
    },
  },
  noSuchItem: {
    code: 3612,
    status: 404,
    title: { zh: '没有这件佐证', en: 'No such evidence' },
    detail: {
      zh: '它不存在，或当前岗位看不到。请回到列表刷新后再看。',
      en: 'It does not exist or your acting post does not see it. Go back to the list and refresh it.',
    },
  },
  viewNotReady: {
    code: 3613,
    status: 409,
    title: { zh: '预览正在生成', en: 'The view is being made' },
    detail: {
      zh: '原件已经送达，预览图还在生成，几秒后再看。',
      en: 'The original has arrived; its view is being made. Look again in a few seconds.',
    },
  },
  noView: {
    code: 3614,
    status: 404,
    title: { zh: '没有预览图', en: 'There is no view' },
    detail: {
      zh: '这类文件没有预览图，或照片内容已损坏、打不开。原件保留，可由有审核权限的岗位下载查看。',
      en: 'This kind of file has none, or the picture is damaged inside and cannot be opened. The original is kept and can be downloaded by posts that review.',
    },
  },
  originalForReviewers: {
    code: 3615,
    status: 403,
    title: { zh: '原件只供审核', en: 'Originals are for reviewers' },
    detail: {
      zh: '原件可能带有拍摄信息，只有有审核权限的岗位和上传者本人可以下载。请查看预览图。',
      en: 'Originals may carry data of the camera; only posts that review and the sender may download them. Look at the view instead.',
    },
  },
  noSuchCitation: {
    code: 3616,
    status: 404,
    title: { zh: '没有这条引用', en: 'No such citation' },
    detail: {
      zh: '它不存在、已经撤回，或不由当前岗位撤回。没有改动，请刷新后再看。',
      en: 'It does not exist, was withdrawn, or is not for your acting post to withdraw. Nothing was changed; refresh and look again.',
    },
  },
  futureDay: {
    code: 3617,
    status: 422,
    title: { zh: '日期还没有到', en: 'The day has not come yet' },
    detail: ({ day, today }: { day: string; today: string }) => ({
      zh: `佐证反映已发生的事，${day} 晚于今天 ${today}，没有登记。请改正日期。`,
      en: `Evidence shows what has happened, and ${day} is after today, ${today}. Nothing was recorded; correct the day.`,
    }),
  },
  fileGone: {
    code: 3618,
    status: 500,
    wakes: true,
    title: { zh: '文件在服务器上找不到了', en: 'The file is not on the server any more' },
    detail: {
      zh: '登记还在，文件却不在存放处。请通知系统管理员运行 verify 并从备份恢复文件。',
      en: 'The record is here but the file is not in its store. Tell the operator to run verify and to restore the file from a backup.',
    },
  },
  originalKept: {
    code: 3619,
    status: 403,
    title: { zh: '现场照片只看预览图', en: 'Photos of a hall are seen as views' },
    detail: {
      zh: '评分现场照片的原件带有手机信息，会看出是谁拍的，不提供下载。请查看预览图。',
      en: 'The original of a photo taken while scoring carries data of the phone and would tell whose it is, so it is not given out. Look at the view instead.',
    },
  },
  onlyPictures: {
    code: 3620,
    status: 422,
    title: { zh: '这种文件不能作现场照片', en: 'Not a picture that can be shown' },
    detail: {
      zh: '现场照片收 JPEG、PNG、WebP、HEIC 图片。这个文件没有收下，手机上的原图不受影响。',
      en: 'Photos of a hall are JPEG, PNG, WebP or HEIC pictures. This file was not taken; the picture on the phone is untouched.',
    },
  },
  erased: {
    code: 3621,
    status: 410,
    title: { zh: '这件佐证已删除', en: 'This evidence has been erased' },
    detail: {
      zh: '文件和文字已按规定删除，只保留曾有这件佐证的记录。删除原因见操作记录。',
      en: 'Its file and words have been erased; only that there was an item stays. Why stands in the record of acts.',
    },
  },
  somethingThere: {
    code: 3622,
    status: 409,
    title: { zh: '本期已有佐证', en: 'There is evidence of this time' },
    detail: {
      zh: '这段时间里已经登记了佐证，不能再说明“本期无”。没有改动，请在列表中查看。',
      en: 'Evidence of this time has been recorded, so it cannot be said that there is none. Nothing was changed; look at the list.',
    },
  },
  daysReversed: {
    code: 3623,
    status: 422,
    title: { zh: '起止日期颠倒', en: 'The days are reversed' },
    detail: ({ from, to }: { from: string; to: string }) => ({
      zh: `开始日期 ${from} 晚于结束日期 ${to}，没有登记。请改正日期。`,
      en: `The first day ${from} is after the last, ${to}. Nothing was recorded; correct the days.`,
    }),
  },
  notAPicture: {
    code: 3624,
    status: 422,
    title: { zh: '只有照片可以遮挡', en: 'Only pictures can be masked' },
    detail: {
      zh: '遮挡件和被遮挡的都应是照片，没有登记。文件类佐证请在本机处理后重新上传。',
      en: 'A masked copy and what it was made from are pictures; nothing was recorded. Mask a document on your own machine and upload it anew.',
    },
  },
  noFilms: {
    code: 3625,
    status: 422,
    title: { zh: '本系统不收视频', en: 'No films are taken here' },
    detail: {
      zh: '系统管理员没有开放视频。这个文件没有收下，设备上的原文件不受影响。请用照片说明。',
      en: 'The operator has not opened this system for films. The file was not taken and is untouched on the device; use photos instead.',
    },
  },
  brokenFilm: {
    code: 3626,
    status: 422,
    title: { zh: '视频不完整或打不开', en: 'The film is broken' },
    detail: {
      zh: '文件中没有完整的视频画面（可能录制时中断，或只有声音）。没有收下，请在设备上播放确认后重新选择。',
      en: 'There is no whole film in the file: it may have been cut off while it was made, or hold sound only. It was not taken; play it on the device and choose again.',
    },
  },
  notAFilm: {
    code: 3627,
    status: 404,
    title: { zh: '这件佐证不是视频', en: 'Not a film' },
    detail: {
      zh: '只有视频可以播放。照片和文件请看预览图。',
      en: 'Only films are played. Look at the view of a picture or document.',
    },
  },
  maskedOriginal: {
    code: 3628,
    status: 409,
    title: { zh: '这张照片已有遮挡件', en: 'There is a masked copy of this picture' },
    detail: {
      zh: '照片中的人脸或号牌已经遮挡，原件不再供引用，没有引用。请改选它的遮挡件。',
      en: 'Faces or plates of this picture were masked; its original is cited no more. Nothing was cited; choose the masked copy.',
    },
  },
})
