import { mkdir, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { WebKitPage } from '../scripts/start-webkit.ts'

/*
 * A person at a page of WebKit, whose driver knows neither roles nor shadow trees: what they press and read is looked for in the page.
 */

/** Runs in the page. Everything that can be seen, through shadow trees. */
const inPage = `
const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])])
const isShown = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible'
const clean = (text) => (text ?? '').replace(/\\s+/g, ' ').trim()
const nameOf = (one) => clean(one.getAttribute('aria-label') || one.textContent)
const shown = () => all(document).filter(isShown)
const controls = 'button:not([disabled]), a[href], summary'
const found = (selector, pattern) => shown().filter((one) => one.matches(selector) && new RegExp(pattern).test(nameOf(one)))
const controlOf = (label) => label.control ?? label.getRootNode().getElementById(label.htmlFor)
const labels = (pattern) => found('label, legend', pattern).map(controlOf).filter(Boolean)
const textOf = (root) => [...root.childNodes].map((node) =>
  node.nodeType === 3 ? node.data
  : node.nodeType !== 1 || node.matches('style, script, [hidden]') ? ''
  : (node.shadowRoot ? textOf(node.shadowRoot) : '') + ' ' + textOf(node)).join(' ')
`

export interface PersonInWebKit {
  isOffered(name: RegExp): Promise<boolean>
  hasField(label: RegExp): Promise<boolean>
  /** Presses the first control of this name, when it is there. */
  press(name: RegExp): Promise<void>
  choose(label: RegExp): Promise<void>
  fill(label: RegExp, text: string): Promise<void>
  /** Answers the question that is shown, whatever it is, with nothing of it or two of it. */
  answerAny(): Promise<void>
  reads(): Promise<string>
  waitFor(text: RegExp): Promise<void>
  readToTheEnd(): Promise<void>
  /** Saves a picture when the work fails. */
  watched<Result>(name: string, work: () => Promise<Result>): Promise<Result>
}

export const personIn = (page: WebKitPage): PersonInWebKit => {
  const look = <Result>(body: string, ...values: readonly unknown[]): Promise<Result> =>
    page.run<Result>(`${inPage}; ${body}`, ...values)
  const until = async (isSo: () => Promise<boolean>, what: string): Promise<void> => {
    for (const end = Date.now() + 20_000; Date.now() < end; await delay(100)) {
      // The page may be loading another one.
      if (await isSo().catch(() => false)) return
    }
    throw new Error(`Waited 20 seconds for ${what}.`)
  }
  const act = (body: string, what: RegExp, ...values: readonly unknown[]): Promise<void> =>
    until(() => look<boolean>(body, what.source, ...values), String(what))
  return {
    isOffered: (name) => look('return found(controls, arguments[0]).length > 0', name.source),
    hasField: (label) => look('return labels(arguments[0]).length > 0', label.source),
    press: (name) =>
      act(
        'const [one] = found(controls, arguments[0]); if (!one) return false; one.scrollIntoView({ block: "center" }); one.focus(); one.click(); return true',
        name,
      ),
    choose: (label) =>
      act(
        'const [one] = labels(arguments[0]); if (!one) return false; if (!one.checked) one.click(); return true',
        label,
      ),
    fill: (label, text) =>
      act(
        `const [one] = labels(arguments[0]); if (!one) return false; one.focus(); one.value = arguments[1];
        one.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); one.dispatchEvent(new Event('change', { bubbles: true })); return true`,
        label,
        text,
      ),
    answerAny: () =>
      look(`const set = (one, value) => { one.value = value; one.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); one.dispatchEvent(new Event('change', { bubbles: true })) }
        const [none] = labels('^(None|No$|Not at all)')
        const fields = shown().filter((one) => one.getRootNode().host?.localName === 'visit-intake')
        const number = fields.find((one) => one.matches('input[inputmode=numeric]'))
        const text = fields.find((one) => one.matches('textarea, input[type=text]'))
        const radio = fields.find((one) => one.matches('input[type=radio]'))
        if (none) { if (!none.checked) none.click() } else if (number) set(number, '2'); else if (text) set(text, 'A cough since Sunday'); else radio?.click()`),
    reads: () => look('return clean(textOf(document.body))'),
    waitFor: (text) => act('return new RegExp(arguments[0]).test(clean(textOf(document.body)))', text),
    readToTheEnd: () =>
      look(`const host = document.querySelector('visit-consent-dialog')
        const text = all(host.shadowRoot).find((one) => one.scrollHeight > one.clientHeight + 40) ?? document.documentElement
        for (let top = 0; top <= text.scrollHeight; top += text.clientHeight * 0.7) {
          text.scrollTop = top
          await new Promise((resolve) => setTimeout(resolve, 120))
        }`),
    watched: async (name, work) => {
      try {
        return await work()
      } catch (error) {
        await mkdir('.data/failed-journeys', { recursive: true })
        await writeFile(`.data/failed-journeys/${name}.png`, await page.screenshot()).catch(() => undefined)
        throw error
      }
    },
  }
}
