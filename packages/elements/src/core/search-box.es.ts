import type { Translation } from './message-types.ts'
import type { searchBoxEn } from './search-box.en.ts'

export const searchBoxEs: Translation<typeof searchBoxEn> = {
  searching: 'Buscando',
  found: {
    one: '{count} resultado. Elija con las flechas; Intro lo toma.',
    other: '{count} resultados. Elija con las flechas; Intro toma uno.',
  },
  nothing: 'No se encontró nada. Pruebe con menos palabras o con otras.',
  failed: 'La búsqueda no funcionó. No se perdió nada: siga escribiendo para intentarlo de nuevo.',
}
