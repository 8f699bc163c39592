import { officeWordsAr } from './office-words.ar.js'
import { officeWordsEn } from './office-words.en.js'
import { officeWordsEs } from './office-words.es.js'

/** The portal's own texts on the pages of the office. Codes that have no words are shown as they are. */
const officeWords = { en: officeWordsEn, es: officeWordsEs, ar: officeWordsAr }
export const language = globalThis.document?.documentElement.lang ?? 'en'
export const o = officeWords[language] ?? officeWordsEn
