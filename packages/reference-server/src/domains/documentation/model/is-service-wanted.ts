import { wordsOf } from './words-of.ts'

/** Words of services. A diagnosis has none of them. */
const serviceWords = new Set(['visit', 'visits', 'consult', 'consultation', 'telehealth', 'telemedicine'])

/** Whether a person seems to look for what was done and not for a diagnosis: the form of a CPT or HCPCS code, or words of a service. */
export const isServiceWanted = (text: string): boolean =>
  /^(\d{5}|\d{4}[ftu]|[a-v]\d{4})$/i.test(text.trim()) || wordsOf(text).some((word) => serviceWords.has(word))
