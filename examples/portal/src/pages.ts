import type { PortalConfig } from './config.ts'
import type { PortalSession, Side } from './portal-sessions.ts'

export type PatientView = 'home' | 'book' | 'visit' | 'summaries' | 'messages' | 'bills' | 'record' | 'family'

export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const mark = `<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><circle cx="16" cy="16" r="15" fill="currentColor"/><path d="M5 18c3.5-3 7-3 11 0s7.5 3 11 0" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><path d="M9 23c2.5-2 4.500-2 7 0s4.5 2 7 0" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" opacity=".7"/></svg>`

interface Page {
  readonly title: string
  readonly className: string
  readonly header: string
  readonly main: string
  readonly scripts?: string
}

export const document = (page: Page): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} | Lakeside Health</title>
<link rel="stylesheet" href="/public/portal.css">
<link rel="icon" href="/public/mark.svg" type="image/svg+xml">
${page.scripts ?? ''}
</head>
<body class="${page.className}">
<a class="skip" href="#main">Skip to content</a>
<header class="site"><div class="inner">${page.header}</div></header>
<main id="main" tabindex="-1">${page.main}</main>
<footer class="site"><div class="inner">
<p><b>In an emergency call 911.</b> In a crisis call or text 988.</p>
<p>Lakeside Health, 1 Harbor Way, Columbus, Ohio. Phone 555 0100. A fictional health system: every person here is made up.</p>
</div></footer>
</body>
</html>`

export const brand = (href: string): string => `<a class="brand" href="${href}">${mark}<span>Lakeside Health</span></a>`

const scripts = (side: Side, config: PortalConfig): string =>
  `<link rel="preload" href="/elements/visitkit.js" as="script" crossorigin>
<meta name="visitkit-url" content="${escape(config.visitkitUrl)}">
<meta name="video-bundle" content="${escape(config.videoBundlePath ?? '')}">
<script type="module" src="/public/${side}.js"></script>`

/** The page before sign-in. */
export const landingPage = ({ again }: { again: boolean }): string =>
  document({
    title: 'Care by the lake, and from your kitchen table',
    className: 'landing',
    header: `${brand('/')}<nav aria-label="Sign in"><a class="quiet" href="/clinic/sign-in">For clinicians</a><a class="quiet" href="/desk/sign-in">For staff</a><a class="button" href="/patient/sign-in">Sign in</a></nav>`,
    main: `<section class="hero"><div class="inner">
${again ? '<p class="notice" role="alert">That sign-in took too long or was opened twice. Nothing was lost. Please sign in again.</p>' : ''}
<h1>See your own doctor from where you are</h1>
<p class="lead">Book a time, answer a few questions, and meet by video. Your visit, your record and who has looked at it, all in one place.</p>
<p class="actions"><a class="button big" href="/patient/sign-in">Sign in to book a visit</a> <a class="button big second" href="/patient/invited">I was invited</a></p>
</div></section>
<section class="inner three" aria-label="How it works">
<article><h2>Choose a time</h2><p>Open times from clinicians who are licensed where you live and speak your language.</p></article>
<article><h2>Wait where you like</h2><p>See your place in line and how long it usually takes. We call you in.</p></article>
<article><h2>Know who looked</h2><p>Your record keeps a list of everyone who opened it, and why. Nobody can change that list.</p></article>
</section>`,
  })

const links: readonly (readonly [PatientView, string, string])[] = [
  ['home', '/home', 'Home'],
  ['book', '/book', 'Book a visit'],
  ['summaries', '/summaries', 'Summaries'],
  ['messages', '/messages', 'Messages'],
  ['bills', '/bills', 'Bills'],
  ['record', '/record', 'Who saw my record'],
]

const patientMain: Record<PatientView, (session: PortalSession) => string> = {
  home: (session) => `<div class="inner narrow">
<h1>Hello, ${escape(session.name.split(' ')[0] ?? session.name)}</h1>
<p class="actions"><a class="button" href="/book">Book a visit</a></p>
<visit-appointments></visit-appointments>
<section class="pair" aria-label="More">
<a class="tile" href="/summaries"><h2>After your visit</h2><p>What was agreed, your medicines and tests, and the next step.</p></a>
<a class="tile" href="/messages"><h2>Messages</h2><p>Write to your care team and read their answers.</p></a>
<a class="tile" href="/bills"><h2>Bills</h2><p>What a visit cost, what your insurance paid, what is left.</p></a>
<a class="tile" href="/record"><h2>Who saw my record</h2><p>Everyone who opened your information, and why.</p></a>
<a class="tile" href="/family"><h2>People who help me</h2><p>Invite someone to act for you, and see who may.</p></a>
</section></div>`,
  book: () => `<div class="inner narrow" id="booking"></div>`,
  visit: () =>
    `<div class="inner narrow" id="journey"><ol class="steps" id="steps" aria-label="Steps to your visit"></ol><div id="step"><div class="skeleton tall"></div></div></div>`,
  summaries: () => `<div class="inner narrow"><visit-summary></visit-summary></div>`,
  messages: () => `<div class="inner narrow"><visit-messages></visit-messages></div>`,
  bills: () => `<div class="inner narrow"><visit-statement></visit-statement></div>`,
  record: () => `<div class="inner narrow"><visit-audit-log></visit-audit-log></div>`,
  family: () => `<div class="inner narrow stacked" id="family"><div class="skeleton tall"></div></div>`,
}

/** A page of the patient's side. The elements are inside one provider. */
export const patientPage = (config: PortalConfig, session: PortalSession, view: PatientView): string => {
  const navigation = links
    .map(([name, href, label]) => `<a href="${href}"${name === view ? ' aria-current="page"' : ''}>${label}</a>`)
    .join('')
  const titles: Record<PatientView, string> = {
    home: 'Home',
    book: 'Book a visit',
    visit: 'Your visit',
    summaries: 'After your visit',
    messages: 'Messages',
    bills: 'Bills',
    record: 'Who saw my record',
    family: 'People who help me',
  }
  return document({
    title: titles[view],
    className: `patient ${view}`,
    scripts: scripts('patient', config),
    header: `${brand('/home')}<nav aria-label="Portal">${navigation}</nav><form method="post" action="/patient/sign-out"><button class="quiet">Sign out</button></form>`,
    main: `<visit-provider data-view="${view}">${patientMain[view](session)}</visit-provider>`,
  })
}

const tab = (attribute: string, name: string, label: string): string =>
  `<button type="button" role="tab" ${attribute}="${name}" aria-selected="false">${label}</button>`

/** The clinician's side: the inbox, the queue, and a visit's workspace with the record next to the room. */
export const clinicPage = (config: PortalConfig, session: PortalSession): string =>
  document({
    title: 'Clinic',
    className: 'clinic',
    scripts: scripts('clinic', config),
    header: `${brand('/clinic')}<div id="work" class="tabs" role="tablist" aria-label="Work">${[
      tab('data-tab', 'inbox', 'Inbox'),
      tab('data-tab', 'queue', 'Queue'),
      tab('data-tab', 'schedule', 'Schedule'),
      tab('data-tab', 'notes', 'Notes to sign'),
      tab('data-tab', 'results', 'Results'),
      tab('data-tab', 'messages', 'Messages'),
    ].join('')}</div><p class="who">${escape(session.name)}</p>
<form method="post" action="/clinic/sign-out"><button class="quiet">Sign out</button></form>`,
    main: `<visit-provider><div class="inner wide" id="clinic">
<div data-place="inbox"><div class="skeleton tall"></div></div>
<div data-place="queue" hidden><p class="whose"><label for="whose">Queue of</label> <select id="whose"><option value="">Myself</option></select></p><div id="queue"><div class="skeleton tall"></div></div></div>
<div data-place="schedule" hidden></div>
<div data-place="notes" hidden></div>
<div data-place="results" hidden></div>
<div data-place="messages" hidden></div>
<div data-place="visit" hidden>
<div id="visit-head"><button type="button" class="quiet" id="leave-visit">Back to the queue</button><div id="who"></div></div>
<div class="workspace"><div id="room"></div><section id="record" aria-label="Record"><div class="tabs" role="tablist" aria-label="Record">${[
      tab('data-panel', 'chart', 'Chart'),
      tab('data-panel', 'note', 'Note'),
      tab('data-panel', 'prescriptions', 'Prescriptions'),
      tab('data-panel', 'labs', 'Labs'),
    ].join('')}</div><div id="panel"></div></section></div>
</div></div></visit-provider>`,
  })

/** The back office: the inbox, schedules, claims and patients' questions to the front desk. */
export const deskPage = (config: PortalConfig, session: PortalSession): string =>
  document({
    title: 'Desk',
    className: 'desk',
    scripts: scripts('desk', config),
    header: `${brand('/desk')}<p class="who">${escape(session.name)}</p><form method="post" action="/desk/sign-out"><button class="quiet">Sign out</button></form>`,
    main: `<visit-provider><div class="inner wide stacked" id="desk"><div class="skeleton tall"></div></div></visit-provider>`,
  })

/** The content of the step-up window before it closes itself. */
export const confirmedPage = (side: Side): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Confirmed | Lakeside Health</title><link rel="stylesheet" href="/public/portal.css"><script type="module" src="/public/confirmed.js"></script></head><body data-side="${side}"><main class="inner narrow"><h1>Thank you</h1><p>You can close this window.</p></main></body></html>`
