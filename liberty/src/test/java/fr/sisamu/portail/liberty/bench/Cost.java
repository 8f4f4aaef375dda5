package fr.sisamu.portail.liberty.bench;

/**
 * Processor time in milliseconds.
 *
 * @param total of all threads of the process
 * @param compilers of those threads that compile Java code, a cost that ends some thousands of logins after the start
 */
record Cost(double total, double compilers) {

    static final Cost NONE = new Cost(0, 0);

    Cost plus(Cost other) {
        return new Cost(total + other.total, compilers + other.compilers);
    }

    Cost minus(Cost other) {
        return new Cost(total - other.total, compilers - other.compilers);
    }

    Cost dividedBy(int count) {
        return new Cost(total / count, compilers / count);
    }

    double work() {
        return total - compilers;
    }
}
