import type { WriteContext } from '../../../platform/contracts/context.ts'
import { storeWrites } from '../../../platform/database/changes/store-writes.ts'
import type { ConsentPack, ConsentPurpose } from '../model/consent-pack.ts'
import type { ConsentText } from '../model/consent-text.ts'
import { publishText } from '../workflows/publish-text.ts'

/**
 * Publishes the texts of the pack in an organization that has none, each original before its translations. `reviewedBy` is the person who
 * is responsible for the translations; the pack cannot know that person.
 */
export const publishStarterTexts = async (
  context: WriteContext,
  pack: ConsentPack,
  { reviewedBy }: { reviewedBy: string },
): Promise<ConsentText[]> => {
  const originals = new Map<ConsentPurpose, ConsentText>()
  const published: ConsentText[] = []
  for (const { purpose, language, title, sections } of pack.starterTexts) {
    const original = originals.get(purpose)
    const { text, writes, events, inTheWay } = publishText(
      pack,
      {
        purpose,
        language,
        title,
        sections: [...sections],
        material: true,
        ...(original && { documentId: original.documentId, translationOf: original.version, reviewedBy }),
      },
      original ? { head: original, texts: [original] } : null,
      context,
    )
    if (!(await storeWrites(context.tx, context.caller.organizationId, writes))) throw inTheWay()
    for (const event of events) await context.emit(event)
    if (!original) originals.set(purpose, text)
    published.push(text)
  }
  return published
}
