import { expect, test } from 'vitest'
import { loadNotificationTemplates } from '../packs/load-packs.ts'
import { renderNotice, type NoticeToRender } from './render-notice.ts'

const pack = await loadNotificationTemplates()
const render = (more: Partial<NoticeToRender> = {}) =>
  renderNotice(pack, {
    kind: 'result',
    template: 'result-ready',
    language: 'en',
    zone: 'America/New_York',
    at: null,
    organization: 'Lakeside Health',
    portalUrl: 'https://portal.lakeside.example',
    ...more,
  })
const linksIn = (text: string): readonly string[] => text.match(/https:\/\/\S+/g) ?? []

test.each(['en', 'es', 'es-MX'])(
  'a result leads to the record, and to the page that stops notices (%s)',
  (language) => {
    const { text, sms } = render({ language })
    expect(linksIn(text)).toEqual([
      'https://portal.lakeside.example/record',
      'https://portal.lakeside.example/preferences',
    ])
    expect(linksIn(sms)).toEqual(['https://portal.lakeside.example/record'])
  },
)

test('an estimate, which is no part of the record, leads to the start page', () => {
  const [link] = linksIn(render({ kind: 'appointment' }).text)
  expect(link).toBe('https://portal.lakeside.example')
})
