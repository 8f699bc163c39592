import { brand, document, escape } from './pages.ts'
import { portalWords, type PortalLanguage } from './portal-words.ts'
import type { PortalSession, Side } from './portal-sessions.ts'

/** What the person typed, and why it was refused. */
export interface InvitedPageState {
  readonly code?: string
  readonly fault?: string
  /** Default: English, in which the pages of the clinic are. */
  readonly language?: PortalLanguage
}

/** The page on which an invited person, signed in at the identity provider, enters their invitation code. Works without a script. */
export const invitedPage = (
  side: Side,
  session: PortalSession,
  { code = '', fault, language = 'en' }: InvitedPageState = {},
): string => {
  const t = portalWords[language]
  const name = `<b>${escape(session.name)}</b>`
  return document({
    language,
    title: fault === undefined ? t.acceptTitle : t.acceptError.replace('{title}', t.acceptTitle),
    className: 'invited',
    header: `${brand('/')}<p class="who">${escape(session.name)}</p><form method="post" action="/${side}/sign-out"><button class="quiet">${t.signOut}</button></form>`,
    main: `<div class="inner narrow stacked">
<div class="lines"><h1>${t.acceptTitle}</h1>
<p>${t.acceptText.replace('{name}', () => name)}</p></div>
<form class="fields" method="post" action="/${side}/invited">
<div class="field"><label for="code">${t.code}</label>
<p class="hint" id="code-hint">${t.codeHint}</p>
${fault === undefined ? '' : `<p class="fault" id="code-fault" role="alert">${escape(fault)}</p>`}
<input id="code" name="code" class="code" required maxlength="64" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${escape(code)}" aria-describedby="code-hint${fault === undefined ? '' : ' code-fault'}"${fault === undefined ? '' : ' aria-invalid="true" autofocus'}></div>
<div class="buttons"><button>${t.accept}</button></div>
</form>
<p class="hint">${t.notYou.replace('{name}', () => name)}</p>
</div>`,
  })
}
