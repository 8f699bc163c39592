import type { components } from '@visitkit/contract'

type Missing = { readonly missingCaptioner?: components['schemas']['MissingCaptioner'] }

/** What an appointment records of a patient who needs captions. Only a call has captions. */
export const missingCaptionerOf = (
  { needsCaptions }: { readonly needsCaptions?: boolean | undefined },
  { modality }: Pick<components['schemas']['VisitType'], 'modality'>,
): Missing => (needsCaptions === true && modality === 'video' ? { missingCaptioner: {} } : {})
