import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { mount, unmount } from '../../test/mount.ts'
import { waitFor } from '../../test/story.ts'
import { provideConnection } from './client-context.ts'
import { define } from './define.ts'
import { defineMessages, type Messages, type Translation } from './message-types.ts'
import { problemView } from './problem-view.ts'
import { VisitElement } from './visit-element.ts'

const en = {
  hello: 'Hello, {name}',
  left: { one: '{count} time left', other: '{count} times left' },
} as const satisfies Messages

const es: Translation<typeof en> = {
  hello: 'Hola, {name}',
  left: { one: 'Queda {count} horario', other: 'Quedan {count} horarios' },
}
const ar: Translation<typeof en> = {
  hello: 'مرحبا {name}',
  left: { two: 'بقي وقتان', few: 'بقيت {count} أوقات', other: 'بقي {count} وقت' },
}
let offline = false
/** What the Spanish texts wait for. */
let arrives: Promise<void> = Promise.resolve()
const bundle = defineMessages('greeting', en, {
  es: async () => {
    if (offline) throw new Error('offline')
    await arrives
    return es
  },
  ar: async () => ar,
})

class Greeting extends VisitElement {
  t = this.language.bundle(bundle)
  protected override get needsProvider(): boolean {
    return false
  }
  protected override render(): unknown {
    return html`<p>
      ${this.t('hello', { name: 'Robin' })}. ${this.t('left', { count: 3 })}. ${this.t('left', { count: 2 })}
      <b dir="auto">Robin Example</b>
    </p>`
  }
}
define('greeting', Greeting, 'test')

afterEach(() => {
  offline = false
  unmount()
})

const paragraph = (): HTMLElement | null | undefined =>
  document.querySelector('test-greeting')?.shadowRoot?.querySelector('p')
const reads = (text: string): Promise<true> =>
  waitFor(() => paragraph()?.textContent.includes(text) && (true as const), text)

test('an element uses the language of the nearest lang, with its plural forms', async () => {
  await mount(html`<div lang="es-US"><test-greeting></test-greeting></div>`)
  await reads('Hola, Robin. Quedan 3 horarios')
  expect(paragraph()?.lang).toBe('es-US')
})

test('a language without a region formats numbers as in the health system’s country', async () => {
  await mount(html`<test-greeting></test-greeting>`, 'es')
  const greeting = document.querySelector('test-greeting') as Greeting
  await reads('Hola')
  expect([greeting.format.money(3_000), paragraph()?.lang]).toEqual(['$30.00', 'es'])
  expect(['us-east', 'es-central', 'local'].map((region) => greeting.language.localeIn(region))).toEqual([
    'es-us',
    'es-es',
    'es-US',
  ])
  document.documentElement.lang = 'es-MX'
  await waitFor(() => greeting.format.tag === 'es-MX', 'the region that the page says')
})

test('English never shows before the page’s language', async () => {
  const seen: string[] = []
  const observer = new MutationObserver(() => seen.push(paragraph()?.textContent ?? ''))
  const element = document.createElement('test-greeting')
  document.documentElement.lang = 'es'
  document.body.append(element)
  if (element.shadowRoot) observer.observe(element.shadowRoot, { childList: true, subtree: true })
  await reads('Hola')
  observer.disconnect()
  element.remove()
  expect(seen.join(' ')).not.toContain('Hello')
})

test('Arabic has its own plural forms and is right-to-left', async () => {
  await mount(html`<test-greeting></test-greeting>`, 'ar')
  await reads('بقيت 3 أوقات. بقي وقتان')
  expect(paragraph()?.dir).toBe('rtl')
  // A Latin name keeps its own order, on the side of the page's text.
  const name = paragraph()?.querySelector('b')
  expect(name && [getComputedStyle(name).direction, getComputedStyle(name).textAlign]).toEqual(['ltr', 'right'])
})

test('the element follows when the page changes its language', async () => {
  await mount(html`<test-greeting></test-greeting>`)
  await reads('Hello')
  document.documentElement.lang = 'es'
  await reads('Hola')
})

test('texts that arrive after the page went back to English are not used', async () => {
  await mount(html`<div lang="en"><test-greeting></test-greeting></div>`)
  await reads('Hello, Robin')
  const place = document.querySelector('div')
  const { promise, resolve } = Promise.withResolvers<void>()
  arrives = promise
  if (place) place.lang = 'es'
  await new Promise((done) => setTimeout(done, 20))
  if (place) place.lang = 'en'
  await new Promise((done) => setTimeout(done, 20))
  resolve()
  arrives = Promise.resolve()
  await new Promise((done) => setTimeout(done, 50))
  await reads('Hello, Robin')
  expect(paragraph()?.lang).toBe('en')
})

test('a language without texts falls back to English, and is marked as English', async () => {
  await mount(html`<test-greeting></test-greeting>`, 'tlh')
  await reads('Hello')
  expect(paragraph()?.lang).toBe('en')
  expect(paragraph()?.dir).toBe('ltr')
})

test('without a connection English is used', async () => {
  offline = true
  await mount(html`<test-greeting></test-greeting>`, 'es')
  await reads('Hello')
})

test('a page can set its own texts, also in a language of its own', async () => {
  const page = document.createElement('div')
  const messages = { en: { 'greeting.hello': 'Good day, {name}' }, fr: { 'greeting.hello': 'Bonjour, {name}' } }
  const never = (): Promise<never> => new Promise(() => {})
  const provided = provideConnection(page, () => ({
    client: null,
    messages,
    videoOptions: {},
    me: never,
    organization: never,
  }))
  page.append(document.createElement('test-greeting'))
  document.documentElement.lang = 'en'
  document.body.append(page)
  await reads('Good day, Robin. 3 times left')
  document.documentElement.lang = 'fr'
  await reads('Bonjour, Robin. 3 times left')
  provided.stop()
  page.remove()
})

test('rows are rendered again after a change of texts, zone or heading level, and stay otherwise', async () => {
  await mount(html`<test-greeting zone="America/New_York"></test-greeting>`, 'en')
  await reads('Hello')
  const greeting = document.querySelector('test-greeting') as Greeting
  const known = new Set([greeting.format])
  const isNew = async (): Promise<boolean> => {
    greeting.requestUpdate()
    await greeting.updateComplete
    const isKnown = known.has(greeting.format)
    known.add(greeting.format)
    return !isKnown
  }
  expect(await isNew()).toBe(false)
  // One more part without texts in other languages, as when a panel opens.
  greeting.language.bundle(defineMessages('panel', {}, {}))
  greeting.language.refresh()
  expect(await isNew()).toBe(false)
  greeting.zone = 'America/Chicago'
  expect(await isNew()).toBe(true)
  greeting.headingLevel = 3
  expect(await isNew()).toBe(true)
  document.documentElement.lang = 'es'
  await reads('Hola')
  expect(await isNew()).toBe(true)
  expect(await isNew()).toBe(false)
  document.documentElement.lang = 'en'
  await reads('Hello')
  expect(await isNew()).toBe(true)
})

test('a refusal waits for its own text, and uses a general one when that cannot be loaded', async () => {
  const requests = new Map<string, { answer: () => void; fail: () => void }>()
  const later = (name: string) =>
    defineMessages(
      name,
      {},
      {},
      () =>
        new Promise<{ problem_too_many_holds: [string, string, string] }>((resolve, reject) => {
          requests.set(name, {
            answer: () => resolve({ problem_too_many_holds: ['The room is full', 'Nothing was lost.', 'Wait.'] }),
            fail: () => reject(new Error('offline')),
          })
        }),
    )
  const refusals = (texts: ReturnType<typeof later>) =>
    class extends VisitElement {
      t = this.language.bundle(texts)
      protected override get needsProvider(): boolean {
        return false
      }
      protected override render(): unknown {
        return problemView(this, { code: 'too_many_holds', status: 409, errors: [] }, { texts: this.t })
      }
    }
  define('refused', refusals(later('refused')), 'test')
  define('refused-offline', refusals(later('refused-offline')), 'test')
  const told = (tag: string) => document.querySelector(tag)?.shadowRoot?.querySelector('[role=alert]')?.textContent

  await mount(html`<test-refused></test-refused>`)
  const request = await waitFor(() => requests.get('refused'), 'the request')
  document.querySelector<VisitElement>('test-refused')?.requestUpdate()
  await document.querySelector<VisitElement>('test-refused')?.updateComplete
  expect(told('test-refused')).toBeUndefined()
  request.answer()
  await waitFor(() => told('test-refused')?.includes('The room is full') && (true as const), 'its own words')

  unmount()
  await mount(html`<test-refused-offline></test-refused-offline>`)
  const lost = await waitFor(() => requests.get('refused-offline'), 'the request')
  lost.fail()
  await waitFor(
    () => told('test-refused-offline')?.includes('Something went wrong') && (true as const),
    'general words',
  )
})

test('a value that ends with a period ends the sentence', async () => {
  const times = defineMessages('times', { opens: 'It opens at {time}. Wait here.' } as const satisfies Messages, {})
  class Times extends VisitElement {
    t = this.language.bundle(times)
    protected override get needsProvider(): boolean {
      return false
    }
    protected override render(): unknown {
      return html`<p>${this.t('opens', { time: '9:35 p.m.' })} ${this.t('opens', { time: '21:35' })}</p>`
    }
  }
  define('times', Times, 'test')
  await mount(html`<test-times></test-times>`)
  const shown = document.querySelector('test-times')?.shadowRoot?.querySelector('p')?.textContent
  expect(shown).toBe('It opens at 9:35 p.m. Wait here. It opens at 21:35. Wait here.')
})
