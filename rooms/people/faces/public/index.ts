// Public pages of the room, all readable and usable without script.

import type { PublicPage } from '#ground/http/page.ts'
import { sendInvitation, showInvitation } from './invitation.ts'
import { sendPassword, showPassword } from './password.ts'
import { sendSignIn, sendSignOut, showSignIn, showSignOut } from './sign-in.ts'
import { comeBack, goToProvider } from './single-sign-on.ts'

export const pages: PublicPage[] = [
  showSignIn,
  sendSignIn,
  showSignOut,
  sendSignOut,
  showPassword,
  sendPassword,
  showInvitation,
  sendInvitation,
  goToProvider,
  comeBack,
]
