import { type BoxEvent, boxes, put } from './boxes.js';
import { type AnyProjection } from '../../src/kernel/projection.js';
import { readAsked } from '../../src/projections/full-text/asked-words.js';
import { ReadModel } from '../../src/projections/read-model.js';
import { type ReadModels } from '../../src/projections/read-models.js';

/** Boxes whose label is what was last put in them, so that the words of a row change. */
export const labelled = (changes: Partial<AnyProjection> = {}): AnyProjection => {
  const plain = boxes();
  return {
    ...plain,
    on: { ...plain.on, ThingPut: (row: object | undefined, { data }: { data: { thing: string } }) => row && { ...row, label: data.thing } },
    ...changes,
  } as AnyProjection;
};

export const lastPut = (boxId: string, thing: string): BoxEvent => put(boxId, thing);

/** The boxes in which somebody finds what they typed, by their ids. */
export async function foundIn(models: ReadModels, text: string): Promise<string[]> {
  const asked = readAsked(text);
  if (asked.length === 0) return [];
  const model = new ReadModel(models, labelled());
  const { from, where } = model.words.found('boxes', 'b');
  const rows = await model.sql<{ boxId: string }>(`SELECT b.box_id FROM ${from} WHERE ${where} ORDER BY b.box_id`, {
    match: model.words.match([{ all: asked }]),
  });
  return rows.map(({ boxId }) => boxId);
}
