import type { components } from '@visitkit/contract'

type DowntimeList = components['schemas']['DowntimeList']
type DowntimeVisit = components['schemas']['DowntimeVisit']

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const text = (value: string): string => value.replaceAll(/[&<>"']/g, (sign) => escaped[sign] ?? '')

/** Nothing is loaded, and nothing runs: the page opens on a machine without a network. */
const style = `
  body { font: 12pt/1.4 system-ui, sans-serif; margin: 1.5rem; color: #111 }
  h1 { font-size: 1.25rem; margin: 0 }
  h2 { font-size: 1.1rem; margin: 1.25rem 0 0.25rem; break-after: avoid }
  p { margin: 0.25rem 0 }
  table { border-collapse: collapse; width: 100% }
  th, td { border: 1px solid #777; padding: 0.25rem 0.4rem; text-align: start; vertical-align: top; unicode-bidi: isolate }
  td.time, td.date { white-space: nowrap; font-variant-numeric: tabular-nums }
  td.done { min-width: 6rem }
  thead { display: table-header-group }
  tr { break-inside: avoid }
  @page { size: landscape; margin: 12mm }
  @media print { body { margin: 0; font-size: 10pt } }`

/** The only number to call, and what the patient asked about it. Text, as a person without the system reads it. */
const callText = (call: DowntimeVisit['call']): string => {
  if (call === undefined) return ''
  const { rule, phone = 'No number', leaveMessage = false, hours, addressAs } = call
  const name = addressAs === undefined ? '' : ` Ask for ${addressAs}.`
  if (rule === 'none') return `Do not call.${name}`
  if (rule !== 'only') return `${phone}${name === '' ? '' : `.${name}`}`
  const when = hours === undefined ? '' : ` Call from ${hours.from} to ${hours.to}, ${hours.zone}.`
  const message = leaveMessage ? 'A message may be left.' : 'Leave no message.'
  return `${phone}. Call only this number. ${message}${when}${name}`
}

/** The list as one page to print: a table for each day, its head on every sheet, and a column to write in. */
export const writeDowntimeHtml = ({ organizationName, zone, days, madeAt }: DowntimeList): string => {
  const time = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeStyle: 'short' })
  const moment = new Intl.DateTimeFormat('en-US', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' })
  const language = new Intl.DisplayNames('en', { type: 'language' })
  const languages = ({ language: own, interpreterLanguage }: DowntimeVisit): string =>
    own === undefined
      ? ''
      : interpreterLanguage === undefined
        ? (language.of(own) ?? own)
        : `${language.of(own) ?? own}. Interpreter: ${language.of(interpreterLanguage) ?? interpreterLanguage}`
  const row = (visit: DowntimeVisit): string =>
    `<tr><td class="time">${text(time.format(new Date(visit.start)))}</td><td>${text(visit.patientName ?? 'The record is erased')}</td><td class="date">${text(visit.birthDate ?? '')}</td><td class="date">${text(callText(visit.call))}</td><td>${text(visit.practitionerName)}</td><td>${text(visit.reason ?? '')}</td><td>${text(languages(visit))}</td><td class="done"></td></tr>`
  const day = ({ date, visits }: DowntimeList['days'][number]): string => {
    const shown = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'full' }).format(
      new Date(`${date}T12:00:00Z`),
    )
    if (visits.length === 0) return `<h2>${text(shown)}</h2><p>No visits are booked.</p>`
    return `<h2>${text(shown)}: ${visits.length} ${visits.length === 1 ? 'visit' : 'visits'}</h2>
<table><thead><tr><th scope="col">Time</th><th scope="col">Patient</th><th scope="col">Date of birth</th><th scope="col">Phone</th><th scope="col">Practitioner</th><th scope="col">Reason</th><th scope="col">Language</th><th scope="col">Came, left, notes</th></tr></thead>
<tbody>${visits.map(row).join('\n')}</tbody></table>`
  }
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Visits while the system is down</title><style>${style}</style></head>
<body><h1>Visits while the system is down: ${text(organizationName)}</h1>
<p>As of ${text(moment.format(new Date(madeAt)))}, times in ${text(zone)}. Later changes are not here. Shred it, and delete the file, when the system is back.</p>
${days.map(day).join('\n')}</body></html>
`
}
