import { render, type TemplateResult } from 'lit'
import type { TestClient } from '@visitkit/sdk/testing'
import type { VisitProvider } from '../src/provider/provider.ts'
import { heldInPage } from './page-resources.ts'
import { pageText } from './mount.ts'
import { deepQuery } from './story.ts'

const nextTask = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Renders into a place of its own, and waits until the elements have what they asked for. A story may stay busy. */
export const mountAlone = async (content: TemplateResult): Promise<HTMLElement> => {
  const place = document.createElement('main')
  document.body.append(place)
  render(content, place)
  await nextTask(10)
  for (let turn = 0; turn < 20 && deepQuery(place, '[aria-busy="true"], :not(:defined)'); turn++) await nextTask(10)
  return place
}

/** As a page that shows something else. */
export const unmountAlone = (place: HTMLElement): void => place.remove()

/** Every element of ours in a place, in the light tree and in shadow trees. */
export const elementsIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...('visitkitVersion' in element.constructor ? [element] : []),
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ])

export const providersIn = (place: HTMLElement): VisitProvider[] => [
  ...place.querySelectorAll<VisitProvider>('visit-provider'),
]

const fieldsIn = (root: ParentNode): string[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [element.value] : []),
    ...(element.shadowRoot ? fieldsIn(element.shadowRoot) : []),
  ])

interface Look {
  /** Without numbers: clocks go on. */
  readonly text: string
  readonly fields: readonly string[]
  readonly held: readonly string[]
  readonly calls: readonly string[]
}

const look = (place: HTMLElement): Look => ({
  text: pageText(place).replace(/\d+/g, '#'),
  fields: fieldsIn(place),
  // A read that failed is tried again, at a moment by chance.
  held: heldInPage().filter((one) => !one.includes('sdk/core/watch')),
  // Counts are read a while after the events that change them.
  calls: providersIn(place)
    .flatMap(({ client }) => ((client as TestClient | null)?.calls ?? []).map(({ operationId }) => operationId))
    .filter((id) => id !== 'countInbox'),
})

/** What a place shows, holds and has asked for, when that has stopped changing. */
export const stable = async (place: HTMLElement): Promise<Look> => {
  let last = look(place)
  for (let same = 0, turn = 0; same < 6 && turn < 100; turn++) {
    await nextTask(50)
    const now = look(place)
    same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0
    last = now
  }
  return last
}
