import type { Translation } from '../core/message-types.ts'
import type { coversEn } from './covers.en.ts'

export const coversEs: Translation<typeof coversEn> = {
  heading: 'Cobertura',
  forYou: '{name} le cubre. Hasta: {time}',
  byYou: 'Usted cubre a {name}. Hasta: {time}',
  forOther: '{colleague} cubre a {name}. Hasta: {time}',
  end: 'Terminar',
  endName: 'Terminar la cobertura de {name}',
  endOwn: 'Terminar su cobertura de {name}',
  ending: 'Un momento',
  started: '{name} le cubre ahora.',
  ended: 'La cobertura terminó.',
  problem_cover_ended: ['Esta cobertura ya terminó', 'No se cambió nada.', 'La lista se leyó de nuevo.'],
}
