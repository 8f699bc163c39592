import type { PortalConfig } from './config.ts'
import { directionOf, languageNames, languages, portalWords, type PortalLanguage } from './portal-words.ts'
import type { PortalSession, Side } from './portal-sessions.ts'

export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const mark = `<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><circle cx="16" cy="16" r="15" fill="currentColor"/><path d="M5 18c3.5-3 7-3 11 0s7.5 3 11 0" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><path d="M9 23c2.5-2 4.500-2 7 0s4.5 2 7 0" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" opacity=".7"/></svg>`

interface Page {
  readonly language: PortalLanguage
  readonly title: string
  readonly className: string
  readonly header: string
  readonly main: string
  readonly scripts?: string
}

export const document = ({ language, ...page }: Page): string => {
  const t = portalWords[language]
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${page.title} | Lakeside Health</title>
<link rel="preload" href="/fonts/inter-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/public/portal.css">
<link rel="icon" href="/public/mark.svg" type="image/svg+xml">
${page.scripts ?? ''}
</head>
<body class="${page.className}">
<a class="skip" href="#main">${t.skip}</a>
<header class="site"><div class="inner">${page.header}</div></header>
<main id="main" tabindex="-1">${page.main}</main>
<footer class="site"><div class="inner">
<p><b>${t.emergency}</b> ${t.crisis}</p>
<p>${t.about}</p>
</div></footer>
</body>
</html>`
}

export const brand = (href: string): string => `<a class="brand" href="${href}">${mark}<span>Lakeside Health</span></a>`

/** A choice of language that works without a script, and before anyone has signed in. */
export const languageLinks = (chosen: PortalLanguage, back: string): string =>
  languages
    .filter((language) => language !== chosen)
    .map(
      (language) =>
        `<a class="language" lang="${language}" dir="${directionOf(language)}" hreflang="${language}" href="/language?to=${language}&amp;back=${back}">${languageNames[language]}</a>`,
    )
    .join('')

export const scripts = (side: Side | 'guest', config: PortalConfig): string =>
  `<link rel="preconnect" href="${escape(config.visitkitUrl)}" crossorigin>
${['elements/visitkit', 'public/page', 'public/words'].map((name) => `<link rel="modulepreload" href="/${name}.js">`).join('\n')}
<meta name="side" content="${side}">
<meta name="visitkit-url" content="${escape(config.visitkitUrl)}">
<meta name="video-bundle" content="${escape(config.videoBundlePath ?? '')}">
<script type="module" src="/public/session.js"></script>
<script type="module" src="/public/${side}.js"></script>`

const tab = (attribute: string, name: string, label: string): string =>
  `<button type="button" role="tab" ${attribute}="${name}" aria-selected="false">${label}</button>`

/** The clinician's side: the inbox, the queue, and a visit's workspace with the record next to the room. */
export const clinicPage = (config: PortalConfig, session: PortalSession, language: PortalLanguage): string => {
  const t = portalWords[language]
  return document({
    language,
    title: t.clinic,
    className: 'clinic',
    scripts: scripts('clinic', config),
    header: `${brand('/clinic')}<div id="work" class="tabs" role="tablist" aria-label="${t.work}">${[
      tab('data-tab', 'inbox', t.inbox),
      tab('data-tab', 'queue', t.queue),
      tab('data-tab', 'schedule', t.schedule),
      tab('data-tab', 'notes', t.notesToSign),
      tab('data-tab', 'results', t.results),
      tab('data-tab', 'messages', t.messages),
    ].join('')}</div><div class="person">${languageLinks(language, '/clinic')}<p class="who">${escape(session.name)}</p>
<form method="post" action="/clinic/sign-out"><button class="quiet">${t.signOut}</button></form></div>`,
    main: `<visit-provider><div class="inner wide" id="clinic">
<div data-place="inbox"><div class="skeleton tall"></div></div>
<div data-place="queue" hidden><p class="whose"><label for="whose">${t.queueOf}</label> <select id="whose"><option value="">${t.myself}</option></select></p><div id="queue"><div class="skeleton tall"></div></div></div>
<div data-place="schedule" hidden></div>
<div data-place="notes" hidden></div>
<div data-place="results" hidden></div>
<div data-place="messages" hidden></div>
<div data-place="visit" hidden>
<div id="visit-head"><button type="button" class="quiet" id="leave-visit">${t.backToQueue}</button><div id="who"></div><div id="next"></div></div>
<div class="workspace"><div id="room"></div><section id="record" aria-label="${t.record}"><div class="tabs" role="tablist" aria-label="${t.record}">${[
      tab('data-panel', 'chart', t.chart),
      tab('data-panel', 'note', t.note),
      tab('data-panel', 'prescriptions', t.prescriptions),
      tab('data-panel', 'labs', t.labs),
    ].join('')}</div><div id="panel"></div></section></div>
</div></div></visit-provider>`,
  })
}

/** The back office: the inbox, schedules, claims and patients' questions to the front desk. */
export const deskPage = (config: PortalConfig, session: PortalSession, language: PortalLanguage): string => {
  const t = portalWords[language]
  return document({
    language,
    title: t.desk,
    className: 'desk',
    scripts: scripts('desk', config),
    header: `${brand('/desk')}${languageLinks(language, '/desk')}<p class="who">${escape(session.name)}</p><form method="post" action="/desk/sign-out"><button class="quiet">${t.signOut}</button></form>`,
    main: `<visit-provider><div class="inner wide stacked" id="desk"><div class="skeleton tall"></div></div></visit-provider>`,
  })
}

/** The content of the step-up window before it closes itself. */
export const confirmedPage = (side: Side, language: PortalLanguage): string => {
  const t = portalWords[language]
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><title>${t.confirmed} | Lakeside Health</title><link rel="stylesheet" href="/public/portal.css"><script type="module" src="/public/confirmed.js"></script></head><body data-side="${side}"><main class="inner narrow"><h1>${t.confirmedTitle}</h1><p>${t.confirmedText}</p></main></body></html>`
}

/** Shown when the visit service cannot be reached. */
export const unreachedPage = (language: PortalLanguage): string => {
  const t = portalWords[language]
  return document({
    language,
    title: t.error,
    className: 'unreached',
    header: brand('/'),
    main: `<div class="inner narrow"><p class="notice" role="alert">${t.unreached}</p></div>`,
  })
}
