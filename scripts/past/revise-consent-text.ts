import type { ConsentDocument } from '@visitkit/sdk'
import type { PastWorld } from './past-world.ts'

/** The added text, by language. */
const additions: Readonly<Record<string, string>> = {
  en: 'Nobody listens in to train a computer program.',
  es: 'Nadie escucha para entrenar un programa de computadora.',
}

/**
 * The health system has extended its text on telehealth since the first visits: patients who agreed to the old one are asked for consent
 * again before the next visit, and see that it has changed.
 */
export const reviseConsentText = async ({ people }: Pick<PastWorld, 'people'>): Promise<void> => {
  const administrator = people.staff('alex.winter', 'administrator')
  const documents = await administrator.consents.listDocuments({ purpose: 'telehealth-treatment' }).toArray()
  const inLanguage = (language: string): ConsentDocument => {
    const found = documents.find((document) => document.language === language)
    if (!found) throw new Error(`The text on telehealth is not there in ${language}.`)
    return found
  }
  const revised = (language: string) => {
    const { id: documentId, purpose, title, sections } = inLanguage(language)
    return {
      documentId,
      purpose,
      title,
      language,
      material: true,
      sections: sections.map((section) =>
        section.id === 'recording-off' ? { ...section, text: `${section.text} ${additions[language] ?? ''}` } : section,
      ),
    }
  }
  const { version } = await administrator.consents.publishDocument(revised('en'))
  await administrator.consents.publishDocument({
    ...revised('es'),
    translationOf: version,
    reviewedBy: 'Lakeside Health language services',
  })
}
