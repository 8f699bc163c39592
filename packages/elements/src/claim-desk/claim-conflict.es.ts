import type { Translation } from '../core/message-types.ts'
import type { claimConflictEn } from './claim-conflict.en.ts'

/** The claim is no longer as it was shown: on the page of a claim, and in what the desk does about it. */
export const claimConflictEs: Translation<typeof claimConflictEn> = {
  problem_claim_not_adjudicated: [
    'El pagador aún no respondió a este reclamo, u otro tomó su lugar',
    'No se cambió nada.',
    'Espere la respuesta, o abra el último reclamo de la visita.',
  ],
  problem_version_conflict: [
    'Otra persona cambió este reclamo',
    'Lo que escribió sigue aquí.',
    'La página muestra ahora lo último. Compare y guarde de nuevo.',
  ],
}
