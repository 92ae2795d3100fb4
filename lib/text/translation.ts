/** The shape of a translation: the keys of the English texts with strings of its own. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };
