import { escape, page } from './page-frame.ts'
import type { SecondStep } from './second-step-page.ts'
import { signInWords, signInWordsEn } from './sign-in-words.ts'

/** An account of the demonstration. It is obviously fictional, so that it cannot be mistaken for a real person. */
export interface DemoAccount {
  readonly sub: string
  readonly username: string
  readonly name: string
  /** What this account shows, in a few words. */
  readonly hint: string
  /** Of staff. Absent: the account has a password only. */
  readonly secondStep?: SecondStep
}

export interface SignInPage {
  readonly organization: string
  /** The application that requests the sign-in. */
  readonly application: string
  readonly accounts: readonly DemoAccount[]
  /** The address that the forms post to. */
  readonly action: string
  /** Whether the username or the passcode was wrong. */
  readonly isRefused: boolean
  readonly language: string
  readonly username: string
}

/** Only the first of the requested languages (`ui_locales`) that has texts counts. */
export const signInLanguage = (requested: unknown): string =>
  (typeof requested === 'string' ? requested : '')
    .split(' ')
    .map((tag) => tag.slice(0, 2))
    .find((tag) => tag in signInWords) ?? 'en'

export const signInPage = ({
  organization,
  application,
  accounts,
  action,
  isRefused,
  language,
  username,
}: SignInPage): string => {
  const t = signInWords[language] ?? signInWordsEn
  const choices = accounts.map(
    ({ username: value, name, hint }) => `<li><form method="post" action="${escape(action)}">
<input type="hidden" name="account" value="${escape(value)}">
<button type="submit" class="account"><span class="name" dir="auto">${escape(name)}</span> <span class="hint" lang="en" dir="auto">${escape(hint)}</span></button>
</form></li>`,
  )
  const error = isRefused ? `<p id="fault" class="fault" role="alert">${t.fault}</p>` : ''
  const described = isRefused ? ' aria-describedby="fault" aria-invalid="true"' : ''
  return page(
    `${isRefused ? `${t.error}: ` : ''}${t.signIn} - ${escape(organization)}`,
    `<p class="brand">${escape(organization)}</p>
<h1>${t.signIn}</h1>
<p>${t.goOn.replace('{application}', () => `<bdi>${escape(application)}</bdi>`)}</p>
${error}
<form method="post" action="${escape(action)}" class="credentials">
<label for="username">${t.username}</label>
<input id="username" name="username" dir="ltr" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${escape(username)}"${described}>
<label for="passcode">${t.passcode}</label>
<input id="passcode" name="passcode" type="password" dir="ltr" autocomplete="current-password" required${described}>
<button type="submit">${t.signIn}</button>
</form>
<section aria-labelledby="demo">
<h2 id="demo">${t.accounts}</h2>
<p>${t.fictional}</p>
<ul>
${choices.join('\n')}
</ul>
</section>`,
    language,
  )
}

/** oidc-provider's own form ends the session; this gives it the look of the other pages. */
export const signOutPage = (organization: string, form: string): string =>
  page(
    `Sign out - ${escape(organization)}`,
    `<p class="brand">${escape(organization)}</p>
<h1>Sign out</h1>
<p>Do you want to sign out of ${escape(organization)}?</p>
${form}
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Yes, sign out</button>
<button type="submit" form="op.logoutForm" class="quiet">No, stay signed in</button></p>`,
  )

export const messagePage = (organization: string, heading: string, text: string): string =>
  page(
    `${escape(heading)} - ${escape(organization)}`,
    `<p class="brand">${escape(organization)}</p>
<h1>${escape(heading)}</h1>
<p>${escape(text)}</p>`,
  )

export const styleSheet = `
:root { color-scheme: light; --accent: #0b5a63; --ink: #1d2733; --quiet: #52606d; --line: #cbd2d9; --fault: #a4161a; }
* { box-sizing: border-box; }
body { margin: 0; background: #f5f7f8; color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-inline-size: 26rem; margin: 8vh auto; padding: 2rem; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
.brand { margin: 0 0 1rem; color: var(--accent); font-weight: 600; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 2rem 0 0; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line); font-size: 1rem; }
p { margin: 0.25rem 0 1rem; }
.fault { padding: 0.5rem 0.75rem; border-inline-start: 4px solid var(--fault); color: var(--fault); font-weight: 600; }
label { display: block; margin-block: 1rem 0.25rem; font-weight: 600; }
input { inline-size: 100%; min-block-size: 44px; padding: 0 0.75rem; border: 1px solid var(--quiet); border-radius: 4px; font: inherit; }
button { min-block-size: 44px; padding: 0 1rem; border: 1px solid var(--accent); border-radius: 4px; background: var(--accent); color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
.credentials button { inline-size: 100%; margin-block-start: 1.5rem; }
.quiet { background: #fff; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul { margin: 0; padding: 0; list-style: none; }
li + li { margin-block-start: 0.5rem; }
.account { inline-size: 100%; padding: 0.5rem 0.75rem; border-color: var(--line); background: #fff; color: var(--ink); text-align: start; }
.account:hover { border-color: var(--accent); }
.name, .hint { display: block; }
.hint { color: var(--quiet); font-size: 0.875rem; font-weight: 400; }
`
