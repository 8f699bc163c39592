import { html, type TemplateResult } from 'lit'
import type { CoverageCard, VisitClient } from '@visitkit/sdk'
import { Loader } from './loader.ts'

/** A side of an insurance card, and where its picture is shown from: an address that is valid in this page only. */
export type CardSide = CoverageCard['sides'][number] & { readonly url: string }

/** Reads the pictures of a patient's insurance card. The server detected their types from their content. */
export const readCard = async (
  client: VisitClient,
  patientId: string,
  signal: AbortSignal,
): Promise<readonly CardSide[]> => {
  const { sides } = await client.coverages.card(patientId, { signal })
  return Promise.all(
    sides.map(async (side) => {
      const content = await client.coverages.cardPicture(side.pictureId, { signal })
      return { ...side, url: URL.createObjectURL(new Blob([content], { type: side.mediaType })) }
    }),
  )
}

export const releaseCard = (sides: readonly CardSide[] | undefined): void => {
  for (const { url } of sides ?? []) URL.revokeObjectURL(url)
}

/** The picture, so large that the numbers can be read. */
export const cardPicture = ({ url }: CardSide, label: string): TemplateResult =>
  html`<img class="card-picture" src=${url} alt=${label} />`

/** The pictures, read when they are opened, and released with the page. */
export class CardPictures extends Loader<readonly CardSide[]> {
  async open(client: VisitClient, patientId: string): Promise<void> {
    if (this.now.state === 'ready' || this.busy) return
    await this.run((signal) => readCard(client, patientId, signal))
  }

  override reset(): void {
    releaseCard(this.value)
    super.reset()
  }
}
