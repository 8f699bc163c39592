import type { Translation } from '../core/message-types.ts'
import type { namesEn } from './names.en.ts'

export const namesEs: Translation<typeof namesEn> = {
  official: 'Nombre oficial',
  officialHint: 'Como está en el pasaporte o la licencia.',
  given: 'Nombre',
  middle: 'Otros nombres de pila',
  family: 'Apellidos',
  suffix: 'Sufijo, como Jr',
  nameMissing: 'Escriba un nombre o un apellido.',
  save: 'Guardar nombre',
  saved: 'El nombre está guardado.',

  others: 'Otros nombres',
  othersHint: 'Por ejemplo, un nombre anterior, un apodo o el nombre en otro alfabeto.',
  noOthers: 'No hay otros nombres.',
  use_usual: 'Nombre de uso diario',
  use_nickname: 'Apodo',
  use_maiden: 'Nombre antes del matrimonio',
  use_old: 'Nombre anterior',
  addName: 'Añadir un nombre',
  kind: 'Tipo de nombre',
  add: 'Añadir nombre',
  added: 'El nombre está añadido.',
  remove: 'Quitar',
  removeOf: 'Quitar: {name}',
  removed: 'Quitado: {name}',

  cards: 'Nombre en la tarjeta del seguro',
  cardsHint: 'Complételo solo si la tarjeta escribe el nombre de otra manera.',
  cardSame: 'No hay otra forma de escribirlo.',
  cardAdd: 'Escribir el nombre de la tarjeta',
  cardAddOf: 'Escribir el nombre de la tarjeta: {name}',
  cardClear: 'La tarjeta tiene el nombre oficial',
  noCoverage: 'No hay ningún seguro registrado.',
}
