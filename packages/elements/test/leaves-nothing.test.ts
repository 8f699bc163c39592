import { afterEach, describe, expect, test } from 'vitest'
import type { TestClient } from '@visitkit/sdk/testing'
import { heldInPage } from './page-resources.ts'
import { collectGarbage } from './collect-garbage.ts'
import { elementsIn, mountAlone, providersIn, stable, unmountAlone } from './mount-alone.ts'
import { sampled } from './sampled.ts'
import { findStories, showIn } from './show-story.ts'
import { waitFor, type Story } from './story.ts'

/*
 * A page may show and remove an element as often as it likes. `npm run prove:browsers` does it 200 times with each, and looks at the heap;
 * `npm test` a few times: what is held and what is not collected is seen at once.
 */

const rounds = Number(import.meta.env['VITE_MOUNT_ROUNDS'] ?? 6)
/** Of one element of the page. */
const MOST_LEFT = 0.02
/**
 * Half of the rounds each, until one leaves less than that. The engine compiles what runs often, and remembers which objects it saw: that
 * grows the heap for hundreds of mounts, and ends. What an element leaves behind does not end.
 */
const MOST_BLOCKS = 8

/** Each element that has a module to define it. */
const names = Object.keys(import.meta.glob('../src/define/*.ts'))
  .map((path) => path.split('/').at(-1)!.replace('.ts', ''))
  .filter((name) => name !== 'all')

const storiesOf = async (name: string): Promise<readonly Story[]> => {
  const stories = (await findStories(name)).filter(({ file }) => file === name).map(({ story }) => story)
  expect(stories, `stories of <visit-${name}>`).not.toEqual([])
  return stories
}

const subscriptionsOf = (clients: readonly (TestClient | null)[]): number =>
  clients.reduce((sum, client) => sum + (client?.subscriptions ?? 0), 0)

/** Shows a story, removes it, and waits until nothing follows the server any more. Returns its elements, without keeping them. */
const showAndRemove = async (story: Story, before: readonly string[]): Promise<WeakRef<Element>[]> => {
  const place = await mountAlone(story.render())
  const elements = elementsIn(place).map((element) => new WeakRef(element))
  let clients = providersIn(place).map(({ client }) => client as TestClient | null)
  unmountAlone(place)
  // Vitest keeps what each `expect.poll` has seen until the test ends: more than an element leaves.
  await waitFor(() => subscriptionsOf(clients) === 0, 'the end of every subscription')
  clients = []
  await waitFor(() => JSON.stringify(heldInPage()) === JSON.stringify(before), 'nothing to be held').catch(() =>
    expect(heldInPage()).toEqual(before),
  )
  return elements
}

const namesOf = (elements: readonly WeakRef<Element>[]): string[] => [
  ...new Set(elements.flatMap((element) => element.deref()?.localName ?? [])),
]

afterEach(() => document.body.replaceChildren())

describe.each(sampled(names))('<visit-%s>', (name) => {
  test(`leaves nothing in the page after ${rounds} mounts`, { timeout: 120_000 + rounds * 5000 }, async () => {
    showIn('light')
    const stories = await storiesOf(name)
    const storyAt = (round: number): Story => stories[round % stories.length]!
    // What is loaded once stays.
    for (const story of rounds < stories.length ? stories.slice(0, rounds) : stories) {
      unmountAlone(await mountAlone(story.render()))
    }
    await expect.poll(heldInPage).toEqual([])
    let elements: WeakRef<Element>[] = []
    const mountAndRemove = async (count: number): Promise<void> => {
      for (let round = 0; round < count; round++)
        elements = [...elements.filter((one) => one.deref()), ...(await showAndRemove(storyAt(round), []))]
    }
    await mountAndRemove(rounds)
    // A call that was just ended is collected a moment later. Not looked at all the time: a browser that only collects ends no call.
    await expect
      .poll(async () => (await collectGarbage(), namesOf(elements)), { timeout: 90_000, interval: 1000 })
      .toEqual([])
    if (rounds < 100) return
    const before = await collectGarbage()
    const place = await mountAlone(storyAt(0).render())
    const one = (await collectGarbage()) - before
    unmountAlone(place)
    const left: number[] = []
    const isEven = (): boolean => (left.at(-1) ?? Infinity) < one * (rounds / 2) * MOST_LEFT
    while (!isEven() && left.length < MOST_BLOCKS) {
      const from = await collectGarbage()
      await mountAndRemove(rounds / 2)
      left.push((await collectGarbage()) - from)
    }
    console.info(`<visit-${name}> ${one} bytes; ${rounds / 2} more mounts left ${left.join(', ')}`)
    expect(isEven(), `bytes left by each ${rounds / 2} mounts of ${one} bytes: ${left.join(', ')}`).toBe(true)
  })

  test('keeps its state, its requests and its devices when it is moved in the page', { timeout: 120_000 }, async () => {
    showIn('light')
    const stories = await storiesOf(name)
    // Its text follows the sound of the pretended microphone.
    const isHeard = name === 'device-check'
    for (const story of stories.slice(0, 2)) {
      const place = await mountAlone(story.render())
      await story.play?.({ canvasElement: place })
      const before = await stable(place)
      const look = async (): Promise<unknown> => ({ ...(await stable(place)), ...(isHeard && { text: before.text }) })
      const section = document.createElement('section')
      document.body.append(section)
      section.append(place)
      expect(await look()).toEqual(before)
      for (const element of place.querySelectorAll('visit-provider > *')) {
        const around = document.createElement('div')
        element.replaceWith(around)
        around.append(element)
      }
      expect(await look()).toEqual(before)
      unmountAlone(place)
      await expect.poll(heldInPage).toEqual([])
      section.remove()
    }
  })

  test('works again when it is put back', { timeout: 60_000 }, async () => {
    showIn('light')
    const [story] = await storiesOf(name)
    const place = await mountAlone(story!.render())
    const before = await stable(place)
    place.remove()
    await expect.poll(heldInPage).toEqual([])
    document.body.append(place)
    const again = await stable(place)
    expect([again.text, again.fields]).toEqual([before.text, before.fields])
    expect(again.held.filter((one) => !before.held.includes(one))).toEqual([])
    unmountAlone(place)
    await expect.poll(heldInPage).toEqual([])
  })
})
