import { backgroundWordsEn } from './background-words.en.ts'
import { defineMessages } from './message-types.ts'

export const backgroundWordsMessages = defineMessages('background-words', backgroundWordsEn, {
  es: () => import('./background-words.es.ts').then((module) => module.backgroundWordsEs),
  ar: () => import('./background-words.ar.ts').then((module) => module.backgroundWordsAr),
})
