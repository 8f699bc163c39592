import { expect, test } from 'vitest'
import { loadNotificationTemplates } from '../packs/load-packs.ts'
import { renderNotice, type NoticeToRender } from './render-notice.ts'

const pack = await loadNotificationTemplates()
const id = '01976a2e-5b1c-7cde-8f01-23456789abcd'
const render = (more: Partial<NoticeToRender> = {}) =>
  renderNotice(pack, {
    kind: 'result',
    template: 'result-ready',
    subject: { kind: 'result', id },
    language: 'en',
    zone: 'America/New_York',
    at: null,
    organization: 'Lakeside Health',
    portalUrl: 'https://portal.lakeside.example',
    ...more,
  })
const linksIn = (text: string): readonly string[] => text.match(/https:\/\/\S+/g) ?? []

test.each(['en', 'es', 'es-MX'])(
  'a result leads to itself in the record, and to the page that stops notices (%s)',
  (language) => {
    const { text, sms } = render({ language })
    expect(linksIn(text)).toEqual([
      `https://portal.lakeside.example/record#${id}`,
      'https://portal.lakeside.example/preferences',
    ])
    expect(linksIn(sms)).toEqual([`https://portal.lakeside.example/record#${id}`])
  },
)

test('an estimate, which is no part of the record, leads to the start page', () => {
  const [link] = linksIn(render({ kind: 'appointment', subject: { kind: 'other', id } }).text)
  expect(link).toBe('https://portal.lakeside.example')
})

test.each([
  ['prescription', 'refill-answered', 'prescription', `/record#${id}`],
  ['summary', 'summary-ready', 'visit', `/summaries#${id}`],
  ['message', 'new-message', 'thread', '/messages'],
] as const)('a notice of the kind %s leads to what it announces', (kind, template, subject, page) => {
  const [link] = linksIn(render({ kind, template, subject: { kind: subject, id } }).text)
  expect(link).toBe(`https://portal.lakeside.example${page}`)
})
