import { noChange } from 'lit'
import { Directive, directive, type DirectiveResult } from 'lit/directive.js'

class KeptRow extends Directive {
  #shows: readonly unknown[] = []

  override render(shows: readonly unknown[], row: () => unknown): unknown {
    if (this.#shows.length > 0 && shows.every((one, index) => one === this.#shows[index])) return noChange
    this.#shows = shows
    return row()
  }
}

/**
 * A row of a long list. It stays as it is while all that it shows is the same, so that a press renders the row that it changes and not
 * hundreds of others.
 * @param shows - What the row reads, each compared by `===`: the element's `format`, which stands for its texts, zone, heading level and
 * day, the item, and what else can change. What its buttons do is not compared: they must not hold what changes.
 */
export const keptRow: (shows: readonly unknown[], row: () => unknown) => DirectiveResult<typeof KeptRow> =
  directive(KeptRow)
