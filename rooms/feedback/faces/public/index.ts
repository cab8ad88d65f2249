import type { PublicPage } from '#ground/http/page.ts'
import { sendForm, showForm } from './form.ts'
import { home } from './home.ts'
import { accessibility, privacy } from './notices.ts'
import { sent } from './sent.ts'
import { rate, track } from './track.ts'

export const pages: PublicPage[] = [home, showForm, sendForm, sent, track, rate, privacy, accessibility]
