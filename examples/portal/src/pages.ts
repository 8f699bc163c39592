import type { PortalConfig } from './config.ts'
import type { PortalSession } from './portal-sessions.ts'

export type PatientView = 'home' | 'book' | 'visit' | 'record'

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const mark = `<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><circle cx="16" cy="16" r="15" fill="currentColor"/><path d="M5 18c3.5-3 7-3 11 0s7.5 3 11 0" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><path d="M9 23c2.5-2 4.500-2 7 0s4.5 2 7 0" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" opacity=".7"/></svg>`

interface Page {
  readonly title: string
  readonly className: string
  readonly header: string
  readonly main: string
  readonly scripts?: string
}

const document = (page: Page): string => `<!doctype html>
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

const brand = (href: string): string => `<a class="brand" href="${href}">${mark}<span>Lakeside Health</span></a>`

const scripts = (side: 'patient' | 'clinic', config: PortalConfig): string =>
  `<link rel="preload" href="/elements/visitkit.js" as="script" crossorigin>
<meta name="visitkit-url" content="${escape(config.visitkitUrl)}">
<meta name="video-bundle" content="${escape(config.videoBundlePath ?? '')}">
<script type="module" src="/public/${side}.js"></script>`

/** What a visitor sees before signing in. */
export const landingPage = ({ again }: { again: boolean }): string =>
  document({
    title: 'Care by the lake, and from your kitchen table',
    className: 'landing',
    header: `${brand('/')}<nav aria-label="Sign in"><a class="quiet" href="/clinic/sign-in">For clinicians</a><a class="button" href="/sign-in">Sign in</a></nav>`,
    main: `<section class="hero"><div class="inner">
${again ? '<p class="notice" role="alert">That sign-in took too long or was opened twice. Nothing was lost. Please sign in again.</p>' : ''}
<h1>See your own doctor from where you are</h1>
<p class="lead">Book a time, answer a few questions, and meet by video. Your visit, your record and who has looked at it, all in one place.</p>
<p class="actions"><a class="button big" href="/sign-in">Sign in to book a visit</a></p>
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
  ['record', '/record', 'Who saw my record'],
]

const patientMain: Record<PatientView, (session: PortalSession) => string> = {
  home: (session) => `<div class="inner narrow">
<h1>Hello, ${escape(session.name.split(' ')[0] ?? session.name)}</h1>
<section aria-labelledby="upcoming"><div class="between"><h2 id="upcoming">Your visits</h2><a class="button" href="/book">Book a visit</a></div>
<div id="appointments" aria-live="polite"><div class="skeleton"></div></div></section>
<section class="pair" aria-label="More">
<a class="tile" href="/record"><h2>Who saw my record</h2><p>Everyone who opened your information, and why.</p></a>
<a class="tile" href="/book"><h2>Book a visit</h2><p>Six specialties, evenings included.</p></a>
</section></div>`,
  book: () => `<div class="inner narrow"><visit-booking></visit-booking></div>`,
  visit: () =>
    `<div class="inner narrow" id="journey"><ol class="steps" id="steps" aria-label="Steps to your visit"></ol><div id="step"><div class="skeleton tall"></div></div></div>`,
  record: () => `<div class="inner narrow"><visit-audit-log></visit-audit-log></div>`,
}

/** A page of the patient's side. The elements sit inside one provider. */
export const patientPage = (config: PortalConfig, session: PortalSession, view: PatientView): string => {
  const navigation = links
    .map(([name, href, label]) => `<a href="${href}"${name === view ? ' aria-current="page"' : ''}>${label}</a>`)
    .join('')
  const titles: Record<PatientView, string> = {
    home: 'Home',
    book: 'Book a visit',
    visit: 'Your visit',
    record: 'Who saw my record',
  }
  return document({
    title: titles[view],
    className: `patient ${view}`,
    scripts: scripts('patient', config),
    header: `${brand('/home')}<nav aria-label="Portal">${navigation}</nav><form method="post" action="/sign-out"><button class="quiet">Sign out</button></form>`,
    main: `<visit-provider data-view="${view}">${patientMain[view](session)}</visit-provider>`,
  })
}

/** The clinician's side: the queue, and the room over it. */
export const clinicPage = (config: PortalConfig, session: PortalSession): string =>
  document({
    title: 'Clinic',
    className: 'clinic',
    scripts: scripts('clinic', config),
    header: `${brand('/clinic')}<p class="who">${escape(session.name)}</p><form method="post" action="/clinic/sign-out"><button class="quiet">Sign out</button></form>`,
    main: `<visit-provider><div class="inner wide" id="clinic"><div id="room" hidden></div><div id="queue"><div class="skeleton tall"></div></div></div></visit-provider>`,
  })
