import type { Translation } from './message-types.ts'
import type { shortcutsEn } from './shortcuts.en.ts'

export const shortcutsEs: Translation<typeof shortcutsEn> = {
  heading: 'Teclas de esta página',
  list: 'Mostrar esta lista',
  leave: 'Salir de un campo, para que las teclas funcionen',
  use: 'Usar teclas sueltas',
  close: 'Cerrar',
}
