type KeysOf<View> = View extends unknown ? keyof View : never;
/** If a view is a union, a field that only some of its members have may be missing. */
type At<View, Key> = View extends unknown ? (Key extends keyof View ? View[Key] : undefined) : never;

type Fixed<T> = T extends readonly (infer Part)[]
  ? readonly Fixed<Part>[]
  : T extends object
    ? { readonly [K in keyof T]: Fixed<T[K]> }
    : T;

/** Fields that only the view or only the answer has, and fields whose value in the view is none that the answer documents. */
type Apart<View, Answer> =
  | Exclude<KeysOf<View>, keyof Answer>
  | Exclude<keyof Answer, KeysOf<View>>
  | { [K in keyof Answer & KeysOf<View>]-?: At<View, K> extends Fixed<Answer[K]> ? never : K }[keyof Answer & KeysOf<View>];

type Agreeing<View, Answer> =
  Apart<View, Answer> extends infer Fields
    ? [Fields] extends [never]
      ? unknown
      : { readonly 'fields that do not agree with the view': Fields }
    : never;

/**
 * Ties the class that documents an answer to the view that is answered: `@AnswerOf<ActionView>()`. A field that only one of the two has, or
 * that has another type in the view, does not compile. The class may state a field's type less exactly: `string` for one of a few words,
 * `object` for any object.
 */
export const AnswerOf =
  <View>() =>
  <Class extends new () => object>(_answer: Class & Agreeing<View, InstanceType<Class>>): void =>
    undefined;
