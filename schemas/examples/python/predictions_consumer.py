"""Print each prediction as one line of JSON.

A consumer of somebody else: it knows Kafka, Avro and the released schema files, and nothing else of candlestream.
Without --until-end or --limit it follows the topic until it is stopped.
"""

import argparse
import io
import json
import math
import struct
import sys
from pathlib import Path

import fastavro
from confluent_kafka import OFFSET_BEGINNING, OFFSET_END, Consumer, KafkaError, KafkaException, TopicPartition

RELEASED = Path(__file__).resolve().parents[2] / "src/main/resources/schemas/released"
FRAMING = struct.Struct(">bi")  # byte 0, four bytes of schema id; the Avro body follows


def main():
    options = parse_options()
    schemas = load_schemas(options.schemas)
    consumer = Consumer({
        "bootstrap.servers": options.bootstrap,
        "group.id": "predictions-example",  # the client asks for one; nothing is committed under it
        "enable.auto.commit": False,
        # Without this, predictions of transactions that were rolled back show up too.
        "isolation.level": "read_committed",
        "enable.partition.eof": True,
    })
    try:
        print_all(consumer, options, schemas)
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close()


def print_all(consumer, options, schemas):
    partitions = partitions_of(consumer, options.topic)
    start = OFFSET_BEGINNING if options.from_beginning else OFFSET_END
    consumer.assign([TopicPartition(options.topic, partition, start) for partition in partitions])
    not_at_end = set(partitions)
    printed = 0
    while printed < options.limit and not (options.until_end and not not_at_end):
        message = consumer.poll(0.5)
        if message is None:
            continue
        if message.error() is None:
            print(json.dumps(decode(message.value(), schemas), ensure_ascii=False), flush=True)
            printed += 1
        elif message.error().code() == KafkaError._PARTITION_EOF:
            not_at_end.discard(message.partition())
        else:
            raise KafkaException(message.error())


def partitions_of(consumer, topic):
    metadata = consumer.list_topics(topic, timeout=30).topics[topic]
    if metadata.error is not None:
        sys.exit(f"topic must exist, was {topic}: {metadata.error.str()}")
    return sorted(metadata.partitions)


def decode(message, schemas):
    magic, schema_id = FRAMING.unpack_from(message)
    if magic != 0:
        sys.exit(f"a message must begin with byte 0, was {magic}")
    if schema_id not in schemas:
        sys.exit(f"schema id must be among the released ones, was {schema_id}: newer schemas exist")
    return fastavro.schemaless_reader(io.BytesIO(message[FRAMING.size:]), schemas[schema_id])


def load_schemas(folder):
    """Parse each file ID-NAME.avsc; times stay UTC epoch milliseconds, as they are on the wire."""
    fastavro.read.LOGICAL_READERS["long-timestamp-millis"] = lambda value, *_: value
    return {
        int(file.name.split("-")[0]): fastavro.parse_schema(json.loads(file.read_text(encoding="utf-8")))
        for file in folder.glob("*.avsc")
    }


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bootstrap", help="host:port of a broker")
    parser.add_argument("--topic", default="predictions")
    parser.add_argument("--schemas", type=Path, default=RELEASED, help="folder of the released schemas")
    parser.add_argument("--from-beginning", action="store_true", help="start with the oldest prediction")
    parser.add_argument("--until-end", action="store_true", help="stop when every partition has been read to its end")
    parser.add_argument("--limit", type=int, default=math.inf, help="stop after that many predictions")
    return parser.parse_args()


if __name__ == "__main__":
    main()
