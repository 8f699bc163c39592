import type { VisitClient } from '@visitkit/sdk'
import type { DraftTexts, OwnDraft } from './own-draft.ts'

/** Opens what the person wrote for the organization and did not save. Null if there is nothing. Never rejects. */
export const openForOrganization = async (draft: OwnDraft, client: VisitClient): Promise<DraftTexts | null> => {
  const organization = await client.organization.get().catch(() => null)
  return organization && draft.open(client, organization.id)
}
