import type { RecordWords } from './record-words.ts'
import { recordWordsEn as en } from './record-words.en.ts'
import { recordWordsEs as es } from './record-words.es.ts'

const byLanguage: Readonly<Record<string, RecordWords>> = { en, es }

/** In the language, or in English when the copy has no texts in it. */
export const recordWords = (language: string): { readonly language: string; readonly words: RecordWords } => {
  const [primary = ''] = language.toLowerCase().split('-')
  const words = byLanguage[primary]
  return words === undefined ? { language: 'en', words: en } : { language: primary, words }
}
