/** As much of curl as the README's session needs, for a machine that has none: -s, -X, -H, -d and an address. */
const request = { headers: {} };
let address = '';
for (let at = 2; at < process.argv.length; at += 1) {
  const word = process.argv[at];
  if (word === '-s') continue;
  if (word === '-X') request.method = process.argv[(at += 1)];
  else if (word === '-d') Object.assign(request, { method: request.method ?? 'POST', body: process.argv[(at += 1)] });
  else if (word === '-H') {
    const [name, ...value] = process.argv[(at += 1)].split(':');
    request.headers[name] = value.join(':').trim();
  } else address = word;
}
const answer = await globalThis.fetch(address, request);
process.stdout.write(await answer.text());
