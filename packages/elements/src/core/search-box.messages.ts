import { defineMessages } from './message-types.ts'
import { searchBoxEn } from './search-box.en.ts'

export const searchBoxMessages = defineMessages('search-box', searchBoxEn, {
  es: () => import('./search-box.es.ts').then((module) => module.searchBoxEs),
  ar: () => import('./search-box.ar.ts').then((module) => module.searchBoxAr),
})
