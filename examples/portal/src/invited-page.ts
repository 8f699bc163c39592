import { brand, document, escape } from './pages.ts'
import type { PortalSession, Side } from './portal-sessions.ts'

/** What the person typed, and why it was refused. */
export interface InvitedPageState {
  readonly code?: string
  readonly fault?: string
}

/** The page on which an invited person, signed in at the identity provider, enters their invitation code. Works without a script. */
export const invitedPage = (side: Side, session: PortalSession, { code = '', fault }: InvitedPageState = {}): string =>
  document({
    title: fault === undefined ? 'Accept an invitation' : 'Error: Accept an invitation',
    className: 'invited',
    header: `${brand('/')}<p class="who">${escape(session.name)}</p><form method="post" action="/${side}/sign-out"><button class="quiet">Sign out</button></form>`,
    main: `<div class="inner narrow stacked">
<div class="lines"><h1>Accept your invitation</h1>
<p>You are signed in as <b>${escape(session.name)}</b>. Type the code that you were given. From then on you sign in here with this account.</p></div>
<form class="fields" method="post" action="/${side}/invited">
<div class="field"><label for="code">Invitation code</label>
<p class="hint" id="code-hint">20 letters and digits, such as 7K3M9-QXT4W-ZR8NB-H2CVD. Hyphens and capital letters do not matter.</p>
${fault === undefined ? '' : `<p class="fault" id="code-fault" role="alert">${escape(fault)}</p>`}
<input id="code" name="code" class="code" required maxlength="64" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${escape(code)}" aria-describedby="code-hint${fault === undefined ? '' : ' code-fault'}"${fault === undefined ? '' : ' aria-invalid="true" autofocus'}></div>
<div class="buttons"><button>Accept</button></div>
</form>
<p class="hint">Not ${escape(session.name)}? Sign out and sign in with your own account. No code? Ask the person who invited you, or call 555 0100.</p>
</div>`,
  })
