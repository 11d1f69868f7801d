import { expect, test } from "vitest";
import { fakeTests as fakeAnswers } from "../golden/answers/fake.js";
import * as answers from "../golden/answers/index.js";
import { fakeTests as fakeBodies } from "../golden/bodies/fake.js";
import * as bodies from "../golden/bodies/index.js";
import { fakeTests as fakeStyles } from "../golden/styles/fake.js";
import * as styles from "../golden/styles/index.js";

test("a fake responds with documented bodies, JSON or not", async () => {
  const fake = fakeAnswers({
    download: { status: 200, data: new Blob(["bytes"]) },
    events: { status: 200, data: new Blob(["data: 1\n\n"]).stream() },
    page: { status: 200, data: "<a/>" },
    picture: { status: 404, error: { message: "No" } },
    nothing: { status: 204, data: undefined },
  });
  const client = answers.createTestClient({ fetch: fake.fetch });
  expect(await (await answers.unwrap(answers.download(client))).text()).toBe("bytes");
  expect(await new Response(await answers.unwrap(answers.events(client))).text()).toBe("data: 1\n\n");
  expect(await answers.unwrap(answers.page(client))).toBe("<a/>");
  expect(await answers.picture(client)).toMatchObject({ status: 404, error: { message: "No" } });
  expect(await answers.nothing(client)).toMatchObject({ ok: true, status: 204 });
});

test("a fake receives bodies as they arrive", async () => {
  const done = { status: 204, data: undefined } as const;
  const fake = fakeBodies({ upload: done, submit: done, write: done, store: done, merge: done });
  const client = bodies.createTestClient({ fetch: fake.fetch });
  await bodies.upload(client, { body: { file: new Blob(["a"]), size: 1, tags: ["x", "y"] } });
  await bodies.submit(client, { body: { name: "a", tags: ["x", "y"] } });
  await bodies.write(client, { body: "text" });
  await bodies.store(client, { body: new Blob(["bytes"]) });
  await bodies.merge(client, { body: { a: 1 } });
  expect(fake.calls.map(({ input }) => input.body)).toEqual([
    { file: expect.any(Blob), size: "1", tags: ["x", "y"] },
    { name: "a", tags: ["x", "y"] },
    "text",
    expect.any(Blob),
    { a: 1 },
  ]);
});

test("a fake finds the operation of a path in any style", async () => {
  const fake = fakeStyles({ label: { status: 204, data: undefined } });
  const path = { one: "a", list: ["b"], lists: ["c", "d"], object: { R: 1 }, objects: { G: 2 } };
  await styles.label(styles.createTestClient({ fetch: fake.fetch }), { path });
  expect(fake.calls[0]?.input.path).toEqual({ one: ".a", list: ".b", lists: ".c.d", object: ".R,1", objects: ".G=2" });
});
