import type { Page } from 'playwright'
import { textFiles, type PromiseLanguage, type Texts } from '../scripts/promise-texts.ts'

const languages: readonly PromiseLanguage[] = ['es', 'en']
const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
] as const

const loaded = new Map<string, Promise<Texts>>()
const textsOf = (file: string, language: PromiseLanguage): Promise<Texts> => {
  const found = textFiles.find(({ name }) => name === file)
  if (!found) throw new Error(`There are no texts ${file}.`)
  const key = `${file}.${language}`
  const texts = loaded.get(key) ?? found.load(language)
  loaded.set(key, texts)
  return texts
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
const sourceOf = (text: string): string =>
  text
    .split(/\{[^}]+\}/)
    .map(escaped)
    .join('.+?')

/** Each of these is on the screen. A text with plural forms is there in one of them. */
const patternsOf = (text: unknown): readonly RegExp[] =>
  typeof text === 'string'
    ? [new RegExp(sourceOf(text))]
    : Array.isArray(text)
      ? text.map((sentence: string) => new RegExp(sourceOf(sentence)))
      : [
          new RegExp(
            Object.values(text as Readonly<Record<string, string>>)
              .map(sourceOf)
              .join('|'),
          ),
        ]

const setLanguage = (page: Page, language: string): Promise<void> =>
  page.evaluate((lang) => {
    document.documentElement.lang = lang
  }, language)

/**
 * Reads a sentence of an element by its name, such as `intake.emergencyTold`, in both languages and at both sizes. What a journey then sees
 * in another browser proves the sentence: the check of promises looks for these calls.
 */
export const readPromise = async (page: Page, name: string): Promise<void> => {
  const [file = '', key = ''] = name.split('.')
  const inEach = await Promise.all(
    languages.map(async (language) => ({ language, patterns: patternsOf((await textsOf(file, language))[key]) })),
  )
  const shown = (pattern: RegExp) => page.getByText(pattern).filter({ visible: true }).first().waitFor()
  // The page may still be loading: its language and size are known after that.
  await shown(new RegExp(inEach.map(({ patterns }) => patterns[0]?.source).join('|')))
  const [size, before] = [page.viewportSize(), await page.locator('html').getAttribute('lang')]
  for (const { language, patterns } of inEach) {
    await setLanguage(page, language)
    for (const each of sizes) {
      await page.setViewportSize(each)
      for (const pattern of patterns) await shown(pattern)
    }
  }
  await setLanguage(page, before ?? 'en')
  if (size) await page.setViewportSize(size)
}
