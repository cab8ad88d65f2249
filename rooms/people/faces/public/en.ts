import type { Words } from './zh.ts'

export const en: Words = {
  signIn: {
    title: 'Sign in',
    lead: 'Staff enter the desk here. Residents need no account to complain, suggest or follow up.',
    name: 'Login name or phone number',
    password: 'Password',
    submit: 'Sign in',
    other: 'Or',
    singleSignOn: (label) => `Sign in with ${label}`,
    forgot: 'No account yet, or forgot the password: ask your administrator for an invitation link.',
    already: 'This browser is signed in. Signing in with another account ends the session it has.',
    goOn: 'Back to the desk',
  },
  signOut: { title: 'Sign out', lead: 'Afterwards the desk on this computer opens only after signing in again.', submit: 'Sign out' },
  password: {
    title: 'Set your password',
    firstTime: 'An initial password serves once. Please set your own first.',
    current: 'Present password',
    next: 'New password',
    again: 'New password again',
    hint: 'At least 10 characters. A few unrelated words are easy to remember and hard to guess; no rules about kinds of characters, no forced change.',
    differ: 'The two new passwords differ; nothing was changed. Type them again.',
    submit: 'Set password',
  },
  invitation: {
    title: 'Accept the invitation',
    lead: (name, unit) =>
      `This invitation is for ${name} of ${unit} and serves once. If that is not you, close this page and tell whoever sent it.`,
    role: 'Post',
    expires: 'Valid until',
    login: 'Login name',
    loginHint: 'Begins with a letter, 3 to 40 lower-case letters, digits, dots, hyphens or underscores.',
    loginOptional: 'Your phone number is on record and can be used to sign in; this may stay empty.',
    submit: 'Set password and sign in',
  },
}
