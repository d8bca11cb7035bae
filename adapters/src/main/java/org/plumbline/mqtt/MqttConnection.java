package org.plumbline.mqtt;

/** What is needed of a client of either protocol version. Failures are the library's own exceptions. */
interface MqttConnection {

    /** Connects and subscribes; returns when the broker has acknowledged every subscription. */
    void open() throws Exception;

    /** @param retained whether the broker is to keep it */
    void publish(String topic, byte[] payload, boolean retained) throws Exception;

    /**
     * Asks the broker for something that changes nothing. Paho's own pings keep the connection alive, and are not sent before their
     * time.
     */
    Answer ask() throws Exception;

    /** Subscribes to nothing any more, and takes leave; returns when all that came before is handed over. */
    void drain() throws Exception;

    void close();

    /** Nobody subscribes to it: to end that subscription is answered, and does nothing (MQTT 3.1.1 and 5, 3.10.4). */
    String NOBODYS = "plumbline/are-you-there";

    /** That of a broker. */
    interface Answer {

        /** Waits for it, at most so long. */
        void await(long millis) throws Exception;
    }

    /** Subscribes anew; returns when the broker has acknowledged every subscription. */
    interface Subscribing {

        void run() throws Exception;
    }

    /** What the client tells. Called on the client's own threads. */
    interface Events {

        /** Bytes came, be it only a part of a message. */
        void heard();

        /** @param retained whether the broker had kept it from before the subscription */
        void arrived(String topic, byte[] payload, boolean retained);

        /** The connection that stands, or is being made. */
        void lost(Throwable cause);

        /** A thread of the client died of that: nothing may come any more, though the connection stands. */
        void died(MqttConnection client, Throwable cause);

        /** It is connected again after that, but not subscribed; does not wait for it. */
        void reconnected(Subscribing subscribing);

        /** The broker has answered {@link #ask}, however late. */
        void answered();

        /** What is being published to that topic reaches nobody, as the broker says. Called on the thread that publishes. */
        void unheard(String topic);
    }
}
