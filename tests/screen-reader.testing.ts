import type { CDPSession, Page } from 'playwright'
import { expect } from 'vitest'

/**
 * What a screen reader gets from the browser: the accessible name, role and states of what has the focus, from the browser's own
 * accessibility tree, and the changes of live regions, in their order. Chromium has it (Chrome DevTools Protocol, Accessibility).
 */
export interface ScreenReader {
  /** The live announcements so far. */
  readonly heard: readonly string[]
  /** What is said when this has the focus, e.g. `button "Mute" pressed`. */
  focused(): Promise<string>
  /** Presses Tab until this is said. Rejects with all that was said on the way. */
  tabTo(wanted: RegExp): Promise<string>
  /** Waits until the focus is where this is said. */
  landsOn(wanted: RegExp): Promise<void>
  /** Waits for a live announcement that was not asked for before. */
  hears(wanted: RegExp): Promise<void>
  /** The headings of the page, with their levels: how a person skims it. */
  headings(): Promise<readonly string[]>
}

interface Value {
  readonly value?: unknown
}
interface AccessibleNode {
  readonly ignored: boolean
  readonly role?: Value
  readonly name?: Value
  readonly description?: Value
  readonly properties?: readonly { readonly name: string; readonly value: Value }[]
}

const textOf = (value: Value | undefined): string => (typeof value?.value === 'string' ? value.value : '')

/** States that a screen reader says, if they have this value. */
const states: Readonly<Record<string, (value: unknown) => string>> = {
  checked: (value) => (value === 'true' ? ' checked' : ' not checked'),
  pressed: (value) => (value === 'true' ? ' pressed' : ' not pressed'),
  expanded: (value) => (value === true ? ' expanded' : ' collapsed'),
  required: (value) => (value === true ? ' required' : ''),
  invalid: (value) => (value === 'true' ? ' invalid' : ''),
  disabled: (value) => (value === true ? ' unavailable' : ''),
  level: (value) => ` level ${String(value)}`,
  keyshortcuts: (value) => (value === '' ? '' : ` shortcut ${String(value)}`),
}

const say = ({ role, name, description, properties = [] }: AccessibleNode): string => {
  const said = properties.map(({ name: state, value }) => states[state]?.(value.value) ?? '').join('')
  const more = textOf(description)
  return `${textOf(role)} "${textOf(name)}"${said}${more ? `, ${more}` : ''}`
}

const grouping: ReadonlySet<string> = new Set(['group', 'radiogroup', 'dialog', 'form'])

/** In the page, before its scripts: reports what changes in live regions, in every shadow tree. */
const watchLiveRegions = (): void => {
  const report = (text: string): void => {
    const said = text.replaceAll(/\s+/g, ' ').trim()
    if (said) (window as unknown as { heardByScreenReader?: (said: string) => void }).heardByScreenReader?.(said)
  }
  const regions = '[aria-live], [role=status], [role=alert], [role=log]'
  const isLive = (element: Element): boolean => element.getAttribute('aria-live') !== 'off'
  const regionOf = (node: Node): Element | null => {
    for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
      if (!(at instanceof Element)) continue
      if (at.getAttribute('aria-hidden') === 'true') return null
      if (at.matches(regions)) return isLive(at) ? at : null
    }
    return null
  }
  const changed = (records: MutationRecord[]): void => {
    const added = records.flatMap(({ addedNodes }) => [...addedNodes])
    const isNew = (region: Element): boolean => added.some((node) => node.contains(region))
    const said = new Set<Element>()
    for (const { target, addedNodes } of records) {
      const region = regionOf(target)
      if (region && !isNew(region)) {
        if (region.getAttribute('role') === 'log') for (const node of addedNodes) report(node.textContent ?? '')
        else said.add(region)
      }
      // An alert is said when it appears; a status has to be there before its text changes.
      for (const node of addedNodes)
        if (node instanceof Element)
          for (const alert of [node, ...node.querySelectorAll('[role=alert]')])
            if (alert.matches('[role=alert]') && regionOf(alert) === alert) said.add(alert)
    }
    for (const region of said) report(region.textContent ?? '')
  }
  const observer = new MutationObserver(changed)
  const options = { subtree: true, childList: true, characterData: true }
  observer.observe(document, options)
  const { attachShadow } = Element.prototype
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init)
    observer.observe(root, options)
    return root
  }
}

const focusedElement = `(() => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
})()`

const readFocused = async (client: CDPSession): Promise<string> => {
  const { result } = await client.send('Runtime.evaluate', { expression: focusedElement })
  if (result.objectId === undefined) return ''
  const { nodes } = (await client.send('Accessibility.getAXNodeAndAncestors', { objectId: result.objectId })) as {
    nodes: readonly AccessibleNode[]
  }
  const [node, ...ancestors] = nodes
  if (!node || node.ignored) return ''
  const group = ancestors.find((each) => grouping.has(textOf(each.role)) && textOf(each.name) !== '')
  return group ? `${say(node)} in ${textOf(group.role)} "${textOf(group.name)}"` : say(node)
}

const mostTabs = 90

/** Before the page is opened. */
export const openScreenReader = async (page: Page): Promise<ScreenReader> => {
  const heard: string[] = []
  let asked = 0
  await page.exposeFunction('heardByScreenReader', (text: string) => void heard.push(text))
  await page.addInitScript(watchLiveRegions)
  const client = await page.context().newCDPSession(page)
  await client.send('Accessibility.enable')
  const focused = (): Promise<string> => readFocused(client)
  return {
    heard,
    focused,
    tabTo: async (wanted) => {
      const said: string[] = [await focused()]
      while (!wanted.test(said.at(-1) ?? '')) {
        if (said.length > mostTabs) expect.fail(`${wanted} is not said. On the way:\n${said.join('\n')}`)
        await page.keyboard.press('Tab')
        said.push(await focused())
      }
      return said.at(-1) ?? ''
    },
    landsOn: (wanted) => expect.poll(focused, { timeout: 20_000 }).toMatch(wanted),
    hears: async (wanted) => {
      const next = (): string => heard.slice(asked).join('\n')
      await expect.poll(next, { timeout: 20_000 }).toMatch(wanted)
      asked += heard.slice(asked).findIndex((text) => wanted.test(text)) + 1
    },
    headings: async () => {
      const { nodes } = (await client.send('Accessibility.getFullAXTree')) as { nodes: readonly AccessibleNode[] }
      return nodes.filter((node) => !node.ignored && textOf(node.role) === 'heading').map(say)
    },
  }
}
