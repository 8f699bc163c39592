import type { Translation } from '../core/message-types.ts'
import type { movePlaceEn } from './move-place.en.ts'

export const movePlaceEs: Translation<typeof movePlaceEn> = {
  where: 'Dónde',
  state: 'Estado donde estará usted',
  stateOf: 'Estado donde estará {name}',
  stateHint: 'Determina quién puede atender la visita.',
  chooseState: 'Elija un estado',
}
