const made: Record<string, unknown> = {}

/** Creating a formatter of `Intl` costs a thousand times as much as using it, and a long list formats thousands of times. */
export const intl = <Made, Options>(
  Kind: { readonly name: string; new (tag: string, options: Options): Made },
  tag: string,
  options?: Options,
): Made => (made[Kind.name + tag + JSON.stringify(options)] ??= new Kind(tag, options as Options)) as Made
