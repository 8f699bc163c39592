import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { coveredTexts } from './covered-texts.ts'
import { barriers, colorRules, wcagRules } from './barriers.ts'
import { englishIn, englishWords } from './english-words.ts'
import { findStories, hideStory, modes, showIn, showStory } from './show-story.ts'
import { storedInBrowser } from './stored-in-browser.ts'
import { textsShown } from './texts-shown.ts'

/** `VITE_STORIES=booking npx vitest run …` checks one file only. */
const stories = await findStories(import.meta.env['VITE_STORIES'] ?? '')

const storyModes = ['light', 'arabic', 'spanish'] as const
type StoryMode = (typeof storyModes)[number]

/** Each story in one mode, another at each commit. In all modes with `TEST_VARIANTS=all`. */
const storiesIn = (mode: StoryMode): typeof stories => {
  const turn: unknown = import.meta.env['TEST_VARIANTS']
  if (turn === 'all') return stories
  return stories.filter((_, index) => storyModes[(index + Number(turn)) % storyModes.length] === mode)
}

/** Text or number fields without a direction: in right-to-left pages `+1 555 0142` would be shown as `0142 555 1+`. */
const fieldsWithoutDirection = (root: ParentNode): string[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches('textarea:not([dir]), input:is([type=text], [type=tel], :not([type])):not([dir])')
      ? [element.id]
      : []),
    ...(element.shadowRoot ? fieldsWithoutDirection(element.shadowRoot) : []),
  ])

const english = await englishWords()
/** What a Spanish page shows or reads out in English. */
const leftInEnglish = (): string[] =>
  textsShown('es')
    // The frame of the stories.
    .filter(({ text }) => text !== 'Story')
    .map(({ text, at }) => ({ text, at, words: englishIn(text, english) }))
    .filter(({ words }) => words.length > 0)
    .map(({ text, at, words }) => `${words.join(', ')} in "${text}" at ${at}`)

/**
 * Every story of the package in one mode; the light ones in dark colors as well. A file per mode, so that they run in parallel. English on a
 * narrow page is not checked by itself: Spanish is longer and as narrow.
 */
export const checkStories = (mode: StoryMode): void => {
  beforeEach(() => {
    vi.spyOn(console, 'error')
  })

  afterEach(() => {
    hideStory()
    vi.restoreAllMocks()
  })

  test.each(storiesIn(mode))('$file: $name has no barrier, no error and no sideways scroll', async ({ story }) => {
    await page.viewport(modes[mode].width, 900)
    await showStory(story, mode)
    // A sticky bar at the lower edge covers content: targets are measured where nothing is covered.
    await page.viewport(modes[mode].width, Math.max(900, document.documentElement.scrollHeight))
    expect(coveredTexts()).toEqual([])
    expect(await barriers(wcagRules)).toEqual([])
    if (mode === 'light') {
      showIn('dark')
      expect(await barriers(colorRules)).toEqual([])
    }
    expect(console.error).not.toHaveBeenCalled()
    // The next person at this browser must find no data.
    expect([...storedInBrowser(), await indexedDB.databases()]).toEqual([{}, {}, '', []])
    if (mode === 'spanish') expect(leftInEnglish()).toEqual([])
    if (modes[mode].dir === 'rtl') expect(fieldsWithoutDirection(document.body)).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(modes[mode].width)
  })
}
