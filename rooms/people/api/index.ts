// All handlers of the room, by the contract's keys.

import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import * as accounts from './accounts.ts'
import * as invitations from './invitations.ts'
import * as lifecycle from './lifecycle.ts'
import * as list from './list.ts'
import * as me from './me.ts'
import * as posts from './posts.ts'
import * as sheets from './sheets.ts'
import * as signIn from './sign-in.ts'
import * as singleSignOn from './single-sign-on.ts'

export const handlers: Handlers<typeof contract> = {
  me: me.me,
  switchPost: me.switchPost,
  setLanguage: me.setLanguage,
  mySessions: me.mySessions,
  revokeSession: me.revokeSession,
  myReveals: me.myReveals,
  changePassword: me.changePassword,
  signIn: signIn.signIn,
  signOut: signIn.signOut,
  waysIn: signIn.waysIn,
  startSingleSignOn: singleSignOn.startSingleSignOn,
  finishSingleSignOn: singleSignOn.finishSingleSignOn,
  findInvitation: invitations.findInvitation,
  acceptInvitation: invitations.acceptInvitation,
  list: list.list,
  search: list.search,
  find: list.find,
  create: accounts.create,
  update: accounts.update,
  givePost: posts.givePost,
  endPost: posts.endPost,
  invite: invitations.invite,
  inviteAll: invitations.inviteAll,
  lock: lifecycle.lock,
  unlock: lifecycle.unlock,
  bindIdentity: lifecycle.bindIdentity,
  reveal: lifecycle.reveal,
  erase: lifecycle.erase,
  import: sheets.import,
  template: sheets.template,
  export: sheets.export,
}
